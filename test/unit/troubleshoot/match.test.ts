import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HelpTopicId } from '../../../shared/errors/help-topics';
import { explain } from '../../../shared/troubleshoot/match';
import { ExplainedSymptom } from '../../../shared/troubleshoot/symptom';
import { symptoms } from '../../../shared/troubleshoot/symptoms';

const best = (query: string) => explain(query)[0];
const ids = (query: string) => explain(query).map(({ id }) => id);

describe('a code', () => {
  it.each([
    ['signed, as the extension prints it', '-2145648574', 'extension--2145648574'],
    ['signed with a typographic minus', '−2145648574', 'extension--2145648574'],
    ['in hexadecimal', '0x801C0042', 'extension--2145648574'],
    ['in hexadecimal without 0x', '801c0042', 'extension--2145648574'],
    ['unsigned', '2149318722', 'extension--2145648574'],
    ['called an exit code', 'Exit code: -2145648607', 'extension--2145648607'],
    [
      'the extension wraps',
      "terminal error code '1007' … has exited with Exit code: -2145648574",
      'extension--2145648574',
    ],
    ['that only wraps', 'terminal error code 1007', 'extension-1007'],
    ['of the extension, small', 'extension exit code 51', 'extension-51'],
    ['of Entra ID', 'AADSTS293004', 'aadsts-293004'],
    ['of Entra ID, in its sentence', 'AADSTS50076: Due to a configuration change …', 'aadsts-50076'],
    ['of Entra ID, without its letters', '293004', 'aadsts-293004'],
    ['of mstsc', 'mstsc 2055', 'disconnect-2055'],
    ['of mstsc, in hexadecimal', '0xD07', 'disconnect-3335'],
    ['of mstsc, with its dialog', 'Error code: 0x904', 'disconnect-772'],
    ['of mstsc with an address', '0x1080', 'disconnect-4224'],
    ['of the VM, added to the reason', 'extended reason 9', 'extended-disconnect-9'],
    ['of FreeRDP', 'xfreerdp 147', 'freerdp-147'],
    ['of FreeRDP 3', 'sdl-freerdp3 ended with exit code 143', 'freerdp-143'],
    ['of NTSTATUS', '0xC000006D', 'windows--1073741715'],
    ['of NTSTATUS, signed', '-1073741276', 'windows--1073741276'],
    ['of the sign-in broker', 'event 1098 0xCAA2000C', 'windows--895352820'],
    ['of the Mac client', '0x300006c', 'windows-50331756'],
    ['of FreeRDP about Entra ID', 'authentication_result: -2146893048', 'windows--2146893048'],
  ])('is known %s', (_, query, id) => {
    expect(best(query)).toMatchObject({ id, isNearest: false });
  });

  it('that is small and of no named program is given every meaning it has', () => {
    expect(ids('51')).toEqual(['extension-51']);
    expect(ids('260')).toEqual(['disconnect-260', 'extended-disconnect-256']);
    expect(ids('5')).toEqual(['freerdp-5', 'extended-disconnect-5']);
  });

  it.each([
    ['of device registration', '0x801C9999', 'family-device-registration'],
    ['of the sign-in broker', '0xCAA29999', 'family-token-broker'],
    ['of Windows', '-2147024000', 'family-network'],
    ['of Entra ID', 'AADSTS123456', 'aadsts-other'],
  ])('%s that nobody knows is at least told where it comes from', (_, query, id) => {
    expect(best(query)).toMatchObject({ id, isNearest: true });
  });

  it.each(['0x12345678', '987654', '-99999999', '31415'])('like %s is not known, and said so', (query) => {
    expect(explain(query).filter(({ isNearest }) => !isNearest)).toEqual([]);
  });
});

describe('the words of a dialog', () => {
  it.each([
    ['as they are', 'Your credentials did not work.', 'credentials-did-not-work'],
    ['in another case', 'YOUR CREDENTIALS DID NOT WORK', 'credentials-did-not-work'],
    ['with slips', 'your credentails did not wrok', 'credentials-did-not-work'],
    [
      'with typographic quotes',
      '“The sign‑in method you’re trying to use isn’t allowed.”',
      'sign-in-method-not-allowed',
    ],
    [
      'with the punctuation of another language',
      '« Caution — Unknown remote connection »',
      'unknown-remote-connection',
    ],
    [
      'within more text',
      'Hello helpdesk, since today I get: Remote Desktop can’t find the computer "WEB-01". Please help, 10:35',
      'cannot-find-computer',
    ],
    ['in part', 'account is configured to prevent you from using this device', 'no-login-role'],
    [
      'with a name in between',
      'The target-device identifier in the request web-01.corp was not found in the tenant contoso',
      'target-device-not-found',
    ],
    ['over several lines', 'The logon\r\nattempt   failed', 'logon-attempt-failed'],
    [
      'of the extension',
      "'mdmId' setting was not found. Please input the 'mdmId' setting.",
      'mdm-id-missing',
    ],
    [
      'of Bastion',
      'Bastion Host SKU must be Standard or Premium and Native Client must be enabled.',
      'bastion-sku',
    ],
  ])('are known %s', (_, query, id) => {
    expect(best(query)).toMatchObject({ id, isNearest: false });
  });

  it('that come near are offered as the nearest', () => {
    const matches = explain('something about the credentials that did nothing');
    expect(matches[0]).toMatchObject({ id: 'credentials-did-not-work' });
    expect(matches.every(({ isNearest }) => isNearest)).toBe(true);
  });

  it.each(['', '   ', '?!', 'lorem ipsum dolor sit amet', '你好'])('%j say nothing', (query) => {
    expect(explain(query)).toEqual([]);
  });

  it('do not turn the numbers of a log into codes', () => {
    const log =
      '2026-11-22 18:05:51 connected to 10.1.0.5:3389, correlation 801c0042-0000-4a51-8000-c000006d0000, attempt 3';
    expect(explain(log).filter(({ isNearest }) => !isNearest)).toEqual([]);
  });
});

it('explains any text without throwing, in the promised shape', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem(), fc.integer().map(String), fc.uuid());
  fc.assert(
    fc.property(text, (query) => {
      expect(ExplainedSymptom.array().safeParse(explain(query)).success).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('explains the longest text that is taken', () => {
  expect(best(`${'noise '.repeat(3000)}AADSTS293004`)).toMatchObject({ id: 'aadsts-293004' });
});

describe('the table', () => {
  it('has every id once', () => {
    const all = symptoms.map(({ id }) => id);
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
  });

  it('has every code of a kind once', () => {
    const all = symptoms.flatMap(({ codes }) => codes.map(({ kind, value }) => `${kind} ${value}`));
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
  });

  it('keeps signed 32-bit values, which is what is looked up', () => {
    const values = symptoms.flatMap(({ codes }) => codes.map(({ value }) => value));
    expect(values.filter((value) => value !== (value | 0))).toEqual([]);
  });

  it('leads to articles that exist, with a source and its date', () => {
    for (const { help, source, asOf } of symptoms) {
      expect(help === null || HelpTopicId.safeParse(help).success).toBe(true);
      expect(source).toMatch(/^https:\/\//);
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it('knows every message by its own words', () => {
    const messages = symptoms.flatMap(({ id, words }) => words.map((message) => [id, message] as const));
    expect(messages.filter(([id, message]) => !ids(message).includes(id))).toEqual([]);
  });
});
