import { expect, type Page } from '@playwright/test';

/** Types into the filter a key at a time; milliseconds from each key to the frame that shows its result. */
export async function keyToPaint(page: Page, text: string): Promise<number[]> {
  const input = page.getByLabel('Find a VM');
  await input.focus();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    document.addEventListener(
      'keydown',
      () => {
        const from = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - from);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (const [index, key] of text.split('').entries()) {
    await page.keyboard.type(key);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.length))
      .toBe(index + 1);
  }
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
}
