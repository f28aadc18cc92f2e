import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ImportReport } from '../../../shared/profiles/library-view';
import { temporaryFolder } from '../../support/temporary-folder';
import { ErrorDocument, homeOfItsOwn, run, runJson } from './run';

const fixtures = resolve(import.meta.dirname, '../../fixtures/import');
const Imported = ImportReport.extend({ library: z.string(), plan: z.boolean() });

let home: ReturnType<typeof homeOfItsOwn>;
let folder: string;
beforeEach(() => {
  home = homeOfItsOwn();
  folder = temporaryFolder();
});
afterEach(() => {
  home.remove();
});

describe('import', () => {
  it('takes files and folders, mixed', async () => {
    writeFileSync(join(folder, 'web.rdp'), 'full address:s:web-09\n');
    const { code, json } = await runJson(Imported, 'import', folder, join(fixtures, 'rdcman-2.7.rdg'));
    expect(code).toBe(0);
    expect(json.profiles.map(({ id, change }) => `${id}: ${change}`)).toEqual([
      'web: new',
      'ledger: new',
      'web-01: new',
      'web-2: new',
    ]);
    expect(readdirSync(join(json.library, 'profiles'))).toHaveLength(4);
  });

  it('tells the plan, and writes nothing', async () => {
    const { json } = await runJson(Imported, 'import', fixtures, '--plan');
    expect(json).toMatchObject({ plan: true });
    expect(json.profiles).toHaveLength(8);
    expect(existsSync(json.library)).toBe(false);
  });

  it('tells a person what came, and what is left out for the same reason once', async () => {
    const { stdout } = await run('import', fixtures);
    expect(stdout).toMatch(/^Imported 8 profiles and 8 templates into /);
    expect(stdout).toContain(
      '  Password: Passwords and tokens are never imported: whoever connects signs in themself.\n    import/mremoteng-2.6.xml › Finance; ',
    );
    expect(stdout).not.toContain('PLANTED');
    expect((await run('import', fixtures)).stdout).toMatch(
      /^Imported 8 profiles \(8 as before\) and 8 templates \(8 as before\) into /,
    );
  });

  it.each([
    ['one that is not there', ['none.rdg'], 1, 'not-found'],
    ['a zip archive', ['export.zip'], 64, 'invalid-request'],
    ['none at all', [], 64, 'invalid-request'],
  ])('says why for %s', async (_, names, expected, error) => {
    writeFileSync(join(folder, 'export.zip'), 'PK\u0003\u0004');
    const paths = names.map((name) => join(folder, name));
    const { code, json } = await runJson(ErrorDocument, 'import', ...paths);
    expect(code).toBe(expected);
    expect(json.error.code).toBe(error);
  });

  it('imports the others, and ends with 1', async () => {
    const { code, json } = await runJson(Imported, 'import', fixtures, join(folder, 'none.rdg'));
    expect(code).toBe(1);
    expect(json.profiles).toHaveLength(8);
    expect(json.leftOut[0]).toMatchObject({ place: join(folder, 'none.rdg'), what: 'all of it' });
  });
});
