import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../support/temporary-folder';

const root = resolve(import.meta.dirname, '../..');
const rulesFile = join(root, '.dependency-cruiser.cjs');

const Cruise = z.object({
  summary: z.object({
    totalCruised: z.int(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** One file that breaks each rule, and what it imports. */
const violations: Readonly<Record<string, { readonly file: string; readonly imports: string }>> = {
  'shared-knows-only-shared': { file: 'shared/azure/seeded-a.ts', imports: 'node:fs' },
  'renderer-reaches-main-through-the-contract': {
    file: 'renderer/store/seeded-b.ts',
    imports: '../../main/azure/room',
  },
  'renderer-is-a-web-page': { file: 'renderer/components/seeded-c.ts', imports: 'node:path' },
  'features-do-not-know-each-other': {
    file: 'renderer/features/settings/seeded-d.ts',
    imports: '../launch/screen',
  },
  'main-never-draws': { file: 'main/azure/seeded-e.ts', imports: '../../renderer/features/launch/screen' },
  'only-the-electron-shell-imports-electron': { file: 'main/launch/seeded-f.ts', imports: 'electron' },
  'rooms-do-not-know-their-shells': { file: 'main/azure/seeded-g.ts', imports: '../cli/command' },
  'shells-do-not-know-each-other': { file: 'main/electron/seeded-h.ts', imports: '../cli/command' },
  'rooms-do-not-know-the-composition': { file: 'main/azure/seeded-i.ts', imports: '../composition' },
  'the-demo-is-reached-only-through-services': {
    file: 'main/azure/seeded-j.ts',
    imports: '../demo/demo-azure',
  },
  'signing-in-stands-below-azure-and-preflight': {
    file: 'main/auth/seeded-k.ts',
    imports: '../preflight/run',
  },
  'checks-stand-alone': { file: 'shared/preflight/checks/seeded-l.ts', imports: './other-check' },
  'no-cycles': { file: 'main/network/seeded-m.ts', imports: './seeded-m-and-back' },
  'code-does-not-depend-on-tests': { file: 'main/azure/seeded-n.ts', imports: '../../test/support/fake' },
};

/** What the seeded files import: innocent by itself. */
const bystanders: Readonly<Record<string, string>> = {
  'main/azure/room.ts': '',
  'main/cli/command.ts': '',
  'main/composition.ts': '',
  'main/demo/demo-azure.ts': '',
  'main/network/seeded-m-and-back.ts': "export { seeded as back } from './seeded-m';",
  'main/preflight/run.ts': '',
  'node_modules/electron/package.json': '{ "name": "electron", "main": "index.js" }',
  'node_modules/electron/index.js': 'module.exports = {};',
  'renderer/features/launch/screen.ts': '',
  'shared/preflight/checks/other-check.ts': '',
  'test/support/fake.ts': '',
};

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  write('tsconfig.json', '{ "compilerOptions": { "module": "preserve", "moduleResolution": "bundler" } }');
  for (const [file, text] of Object.entries(bystanders))
    write(file, text || 'export const innocent: number = 1;');
  for (const { file, imports } of Object.values(violations))
    write(file, `import * as seen from '${imports}';\nexport const seeded: typeof seen = seen;\n`);
});

it('has a seeded violation for every rule', () => {
  const rules: unknown = createRequire(import.meta.url)(rulesFile);
  const { forbidden } = z.object({ forbidden: z.array(z.object({ name: z.string() })) }).parse(rules);
  expect(Object.keys(violations).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
});

it('reports each seeded violation under its own rule', () => {
  const { violations: reported } = cruise(folder);
  const missed = Object.entries(violations).filter(
    // A cycle is reported from whichever of its files was met first.
    ([rule, { file }]) =>
      !reported.some(({ from, to, rule: { name } }) => name === rule && [from, to].includes(file)),
  );
  expect(missed).toEqual([]);
});

it('lets the innocent pass', () => {
  const seeded = new Set(Object.values(violations).map(({ file }) => file));
  const accused = cruise(folder).violations.filter(({ from, to }) => !seeded.has(from) && !seeded.has(to));
  expect(accused).toEqual([]);
});

it('looks at this code base, and at more than nothing', () => {
  // With a TypeScript it cannot load, dependency-cruiser looks at 0 modules and is content.
  const { totalCruised, violations: reported } = cruise(root);
  expect(totalCruised).toBeGreaterThan(100);
  expect(reported).toEqual([]);
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function cruise(where: string): z.infer<typeof Cruise>['summary'] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/.bin/depcruise'),
      ...['--config', rulesFile, '--output-type', 'json', 'main', 'renderer', 'shared', 'test'],
    ],
    { cwd: where, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(`dependency-cruiser said nothing but: ${stderr}`);
  return Cruise.parse(JSON.parse(stdout)).summary;
}
