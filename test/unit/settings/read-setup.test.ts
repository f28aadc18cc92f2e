import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSetup } from '../../../main/settings/read-setup';
import type { AppError } from '../../../shared/errors/app-error';
import { microsoftClientIds } from '../../../shared/settings/microsoft-client-ids';

const clientId = '7d5c0a3e-51f8-4a0c-9f5b-2f6f1de0c0de';
const contoso = { cloud: 'global', tenant: 'contoso.example', clientId };

describe("an organisation's set-up", () => {
  it.each([
    ['a file', JSON.stringify({ tenant: 'contoso.example', clientId }), contoso],
    ['a file with a byte order mark and spaces', `\uFEFF  ${JSON.stringify(contoso)}\r\n`, contoso],
    ['a link', `entra-rdp://setup?tenant=contoso.example&clientId=${clientId}`, contoso],
    ['a link with a slash', `entra-rdp://setup/?tenant=contoso.example&clientId=${clientId}`, contoso],
    [
      'a link of another cloud, with a name',
      `entra-rdp://setup?cloud=china&tenant=contoso.cn&clientId=${clientId}&name=Contoso%20%26%20Sons`,
      { cloud: 'china', tenant: 'contoso.cn', clientId, name: 'Contoso & Sons' },
    ],
    [
      'an https link, and what else is in it does not matter',
      `https://intranet.contoso.example/rdp?tenant=contoso.example&clientId=${clientId}&utm=mail#top`,
      contoso,
    ],
  ])('is read from %s', (_, text, setup) => {
    expect(readSetup(text)).toEqual(setup);
  });

  it.each([
    ['nothing', '', 'neither a JSON file nor a link'],
    ['words', 'contoso', 'neither a JSON file nor a link'],
    ['half a file', '{"tenant":', 'not JSON'],
    ['no client id', '{"tenant":"contoso.example"}', 'clientId'],
    ['a client id that is none', '{"tenant":"contoso.example","clientId":"me"}', 'clientId'],
    ['an unknown cloud', `entra-rdp://setup?cloud=moon&tenant=t&clientId=${clientId}`, 'cloud'],
    ['an empty tenant', `entra-rdp://setup?tenant=&clientId=${clientId}`, 'tenant'],
    ['another action', `entra-rdp://connect?tenant=t&clientId=${clientId}`, 'entra-rdp://setup'],
    ['http', `http://contoso.example/?tenant=t&clientId=${clientId}`, 'https://'],
    ['a script', `javascript:alert(1)//?tenant=t&clientId=${clientId}`, 'https://'],
    ['a list', `[${JSON.stringify(contoso)}]`, 'neither'],
  ])('is refused with %s', (_, text, why) => {
    expect(refusalOf(text)).toMatchObject({
      code: 'invalid-request',
      help: 'app-registration',
      message: expect.stringContaining(why),
    });
  });

  it.each(microsoftClientIds)("is refused with Microsoft's own client id of $name", ({ appId, name }) => {
    const error = refusalOf(JSON.stringify({ ...contoso, clientId: appId.toUpperCase() }));
    expect(error).toMatchObject({ code: 'invalid-request', help: 'app-registration' });
    expect(error.message).toContain(name);
    expect(error.message).toContain('AADSTS65002');
  });

  it('comes back whole from a link, whatever the names', () => {
    const clouds = fc.constantFrom('global', 'usgov', 'china');
    const words = fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(clouds, words, fc.uuid(), words, (cloud, tenant, id, name) => {
        const setup = { cloud, tenant, clientId: id, name };
        expect(readSetup(`entra-rdp://setup?${new URLSearchParams(setup)}`)).toEqual(setup);
      }),
    );
  });
});

function refusalOf(text: string): AppError {
  try {
    readSetup(text);
  } catch (error) {
    return error as AppError;
  }
  throw new Error('It was not refused.');
}
