import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openLibrary } from '../../../main/profiles/open-library';
import { createSigner } from '../../../main/rdp-files/signing/signer';
import { Report } from '../../../shared/preflight/report';
import { Profile } from '../../../shared/profiles/profile';
import { parseRdp } from '../../../shared/rdp/parse';
import { encodeRdp } from '../../../shared/rdp/serialize';
import { identityOf, type MadeCertificate, makePublisher } from '../../support/publisher';
import { homeOfItsOwn, run, runJson } from './run';

/** Contoso, seen from a PC whose policy opens signed .rdp files alone. */
const onSuchAPc = ['--demo', '--demo-file', 'test/fixtures/scenarios/53-unsigned-files-forbidden.json'];
const Plan = z.object({ route: z.string(), profile: z.object({ id: z.string().nullable() }).nullable() });

let home: ReturnType<typeof homeOfItsOwn>;
let publisher: MadeCertificate;
let library: string;
let libraries = 0;
beforeAll(() => {
  home = homeOfItsOwn();
  publisher = makePublisher({ name: 'Contoso Helpdesk' });
});
afterAll(() => home.remove());
beforeEach(() => {
  libraries += 1;
  library = join(home.folder, `library-${libraries}`);
  mkdirSync(library);
});

/** Keeps a signed file for ready-01, passwordless. */
async function keep(...lines: readonly string[]): Promise<void> {
  const { bytes } = await createSigner(identityOf(publisher))(
    parseRdp(encodeRdp(`${lines.join('\r\n')}\r\nenablerdsaadauth:i:1\r\n`)),
  );
  const profile = Profile.parse({ version: 1, kind: 'profile', id: 'web', name: 'Web', address: 'READY-01' });
  const folder = openLibrary(library, { mustExist: true });
  await folder.keepFile(profile, 'web-account', bytes, { basedOn: null });
}

const preflight = async (...words: string[]) =>
  (await runJson(Report, 'preflight', 'ready-01', ...onSuchAPc, '--library', library, ...words)).json;

/** What the report says of the way, and of the check behind it. */
function told({ recommended, routes, results }: Report) {
  const check = results.find(({ id }) => id === 'rdp-files-may-be-opened');
  const stateOf = (route: string) => routes.find(({ id }) => id === route)?.state;
  return {
    recommended,
    states: [stateOf('web-account'), stateOf('password')],
    statuses: [check?.routes['web-account'], check?.routes.password],
    found: check?.found,
  };
}

describe('a PC that opens signed files alone', () => {
  it('is in by the signed file of the library, for its way alone, and every place says so', async () => {
    await keep('full address:s:READY-01', 'redirectclipboard:i:1');
    const saved = join(home.folder, 'evidence.json');
    const report = await preflight('--save-evidence', saved);
    expect(told(report)).toMatchObject({
      recommended: 'web-account',
      states: ['open', 'closed'],
      statuses: ['warn', 'fail'],
      found: expect.stringContaining('The file “Web” is used as it is, signed by Contoso Helpdesk.'),
    });
    const { code, json } = await runJson(
      Plan,
      'connect',
      'ready-01',
      ...onSuchAPc,
      '--library',
      library,
      '--dry-run',
    );
    expect({ code, ...json }).toMatchObject({ code: 0, route: 'web-account', profile: { id: 'web' } });
    const again = (await runJson(Report, 'preflight', '--evidence', saved)).json;
    expect(told(again)).toEqual(told(report));
  });

  it('stays closed without one', async () => {
    expect(told(await preflight())).toMatchObject({
      recommended: 'bastion-client',
      states: ['closed', 'closed'],
      statuses: ['fail', 'fail'],
    });
  });

  it('stays closed where the file leads elsewhere, and is told why it is not used', async () => {
    await keep('full address:s:ready-99');
    const { states, found } = told(await preflight());
    expect(states).toEqual(['closed', 'closed']);
    expect(found).toContain('it leads to ready-99');
  });

  it('is told that a file with settings of its own would not open', async () => {
    await keep('full address:s:READY-01');
    const words = ['profile', 'ready-01', ...onSuchAPc, '--library', library, '--route', 'web-account'];
    const out = ['--out', join(home.folder, 'own.rdp'), '--set', 'audiomode:i:2'];
    const { code, stderr, stdout } = await run(...words, ...out);
    expect([code, stderr + stdout]).toEqual([0, expect.stringContaining('that nobody has signed')]);
  });
});
