import { useEffect } from 'react';

/** Where what had the focus went with what was before, the keyboard begins anew: at the first field, else in the step. */
export function FirstFocus(): null {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const find = (within: string) => document.querySelector<HTMLElement>(`[data-step] ${within}`);
    // What stands above it stays in view: it is the answer.
    (find('[data-first]') ?? find('[tabindex="0"]'))?.focus({ preventScroll: true });
  }, []);
  return null;
}
