import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { openDemo, openVm, test } from './support/app';

/** Legacy mode: Electron opens no second page, which axe would otherwise work in. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${theme}`, async ({ start }) => {
    const { app, page } = await start();
    await app.evaluate(({ nativeTheme }, wanted) => {
      nativeTheme.themeSource = wanted;
    }, theme);
    expect(await findings(page)).toEqual([]);

    await openDemo(page);
    expect(await findings(page)).toEqual([]);

    await openVm(page, 'ready-01');
    await page.getByText('You can sign in without a password.').waitFor();
    expect(await findings(page)).toEqual([]);

    await openVm(page, 'no-role-01');
    await page.getByRole('button', { name: /Connect anyway/ }).waitFor();
    expect(await findings(page)).toEqual([]);

    for (const name of ['This PC', 'Explain', 'Settings']) {
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name }).click();
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await findings(page)).toEqual([]);
    }
  });
}
