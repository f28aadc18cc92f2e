import { useEffect } from 'react';
import { isModalOpen } from '../../components/modal';
import type { AppState, AppStore } from '../../store/store';
import { useAppStore } from '../../store/store';
import { findVmInputId } from './FindVm';

/** The keys that work everywhere. Those of the list and of a VM's page live there. */
export function useShortcuts(): void {
  const store = useAppStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (isModalOpen() && !(event.key === 'Escape' && isOverlayOpen(store))) return;
      const act = actionFor(event, store);
      if (!act) return;
      event.preventDefault();
      act(store.getState());
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
}

/** What the shell lays over the page closes by Esc wherever the focus is; other dialogs answer for themselves. */
function isOverlayOpen(store: AppStore): boolean {
  return store.getState().overlay.kind !== 'none';
}

type Action = (state: AppState) => void;

function actionFor(event: KeyboardEvent, store: AppStore): Action | undefined {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return findVm;
  if (event.key === 'F5') return refresh;
  if (event.key === 'F1') return showArticle;
  if (event.key === 'Escape') return back(event.target, store);
  if (isTyping || hasModifier) return undefined;
  if (event.key === '/') return findVm;
  if (event.key === '?') return (state) => state.showShortcuts();
  return undefined;
}

function findVm(state: AppState): void {
  state.showPage('vms');
  // At once: selected a frame later, what was typed meanwhile would be typed over.
  document.querySelector<HTMLInputElement>(`#${findVmInputId}`)?.select();
}

function refresh(state: AppState): void {
  const isSignedIn = state.session.phase === 'known' && state.session.state.phase === 'signed-in';
  if (!isSignedIn) return void state.loadSession();
  void state.listVms();
  if (state.openVm) void state.runPreflight(state.openVm);
}

function showArticle(state: AppState): void {
  const { preflight, selectedCheck } = state;
  const firstFailure =
    preflight.phase === 'done' ? preflight.report.results.find(({ status }) => status === 'fail') : undefined;
  const topic = selectedCheck ?? firstFailure?.help;
  if (topic) state.showArticle(topic);
  else state.showShortcuts();
}

function back(target: EventTarget | null, store: AppStore): Action | undefined {
  const { filter, page, openVm, overlay } = store.getState();
  if (overlay.kind !== 'none') return (state) => state.closeOverlay();
  const isInFindVm = target instanceof HTMLElement && target.id === findVmInputId;
  if (isInFindVm && filter) return (state) => state.setFilter('');
  if (page !== 'vms') return (state) => state.showPage('vms');
  if (openVm) {
    return (state) => {
      state.showVm(null);
      requestAnimationFrame(() => document.getElementById('vm-list')?.focus());
    };
  }
  return undefined;
}
