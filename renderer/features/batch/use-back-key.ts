import { useEffect } from 'react';
import { useProfilesStore } from '../../store/profiles-store';

/** Esc goes a step back, and from the first one to the library. While files are written it does nothing. */
export function useBackKey(): void {
  const store = useProfilesStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('[role="menu"], [role="dialog"]')) return;
      event.preventDefault();
      const { batchStep, written, goToStep, goTo } = store.getState();
      if (written.phase === 'writing') return;
      if (batchStep === 'options') goToStep('source');
      else if (batchStep === 'plan') goToStep('options');
      else if (batchStep === 'run') goToStep('plan');
      else goTo({ kind: 'library' });
    };
    // Nearer than the window, whose Esc would leave the page.
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store]);
}
