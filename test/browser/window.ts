import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { answersOf, type Stage } from '../support/answers';
import { type FakeMain, fakeMain } from '../support/fake-main';

const screenshots = resolve(import.meta.dirname, '../../test-results/screenshots');

type Changes = Parameters<typeof answersOf>[1];

interface Window {
  /** Opens the app against main as it answers on a good day, with `changes`. */
  readonly open: (changes?: Changes) => Promise<FakeMain>;
  /** A picture in light and in dark, and axe over both. */
  readonly look: (name: string) => Promise<void>;
}

export const test = base.extend<{ window: Window }>({
  window: async ({ page }, hand) => {
    const noise: string[] = [];
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
    await hand({ open: (changes) => open(page, changes), look: (name) => look(page, name) });
    expect(noise).toEqual([]);
  },
});

async function open(page: Page, changes: Changes): Promise<FakeMain> {
  const stage: Stage = { main: null };
  stage.main = await fakeMain(page, answersOf(stage, changes));
  await page.goto(process.env['RENDERER_URL'] ?? '');
  return stage.main;
}

async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({
      path: resolve(screenshots, `${name}-${colorScheme}.png`),
      animations: 'disabled',
    });
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // Fluent's focus guards: focusable on purpose, and passed on at once.
    .exclude('[data-tabster-dummy]')
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n  ')}`,
    ),
  ).toEqual([]);
}

export { expect };
