/** Whether a dialog is laid over the page: the page's own keys wait until it is answered. */
export function isModalOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}
