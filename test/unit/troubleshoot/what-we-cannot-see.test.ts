import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { explain } from '../../../shared/troubleshoot/match';

const rows = readFileSync('docs/what-we-cannot-see.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** Each text the page promises an explanation for, with what it is shown of. */
const promised = rows
  .filter((cells) => /explained$/.test(cells.at(-2) ?? ''))
  .flatMap(([, what = '', shown = '']) =>
    [...shown.matchAll(/“([^”]+)”/g)].map(([, text = '']) => [text, what] as const),
  );

it('promises to explain something', () => {
  expect(promised.length).toBeGreaterThan(20);
});

it.each(promised)('%s is explained', (text) => {
  expect(explain(text)[0]).toMatchObject({ isNearest: false });
});

it('says of every failure what there is instead', () => {
  const answers = rows
    .map((cells) => cells.at(-2) ?? '')
    .filter((cell) => cell !== 'instead' && !/^-+$/.test(cell));
  for (const answer of answers) expect(answer).toMatch(/explained$|^nothing$/);
});
