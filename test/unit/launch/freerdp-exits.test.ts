import { expect, it } from 'vitest';
import { freerdpEndings } from '../../../shared/launch/freerdp-endings';
import { explainFreerdpExit } from '../../../shared/launch/freerdp-exits';
import { freerdpSymptoms } from '../../../shared/troubleshoot/symptoms/freerdp-exit-codes';

const explain = (exitCode: number | null, stderr = '', signal: string | null = null) =>
  explainFreerdpExit({ exitCode, signal, stderr });

it.each([
  ['its window is closed', 0, ''],
  ['the person signs out of the VM', 12, 'ERRINFO_LOGOFF_BY_USER (0x0000000C)'],
  ['the session is disconnected', 1, ''],
])('takes it for good when %s', (_, exitCode, stderr) => {
  expect(explain(exitCode, stderr)).toMatchObject({ wasGood: true, help: null });
});

it.each([
  ['no display', 1, 'failed to open display: ', 'display', 'rdp-client-ended'],
  [
    'an unreadable file',
    1,
    'error: server hostname was not specified with /v:<server>',
    'file',
    'rdp-client-ended',
  ],
  ['a bad command line', 22, 'Usage: xfreerdp [file]', 'file', 'rdp-client-ended'],
  [
    'a name that does not resolve',
    140,
    'ERRCONNECT_DNS_NAME_NOT_FOUND',
    'did not resolve',
    'target-name-resolves',
  ],
  ['no way there', 141, 'ERRCONNECT_CONNECT_FAILED', 'no route', 'rdp-port-answers'],
  [
    'a refused connection',
    147,
    'BIO_should_retry returned a system error 32: Broken pipe',
    'refused',
    'rdp-port-answers',
  ],
  ['a server that hangs up', 147, 'ERRCONNECT_CONNECT_TRANSPORT_FAILED', 'hung up', 'rdp-port-answers'],
  [
    'a changed certificate',
    143,
    'does not match the certificate used for previous connections',
    'another one',
    'certificate-changed',
  ],
  [
    'a certificate nobody accepted',
    143,
    'certificate not trusted, aborting.',
    'not accepted',
    'certificate-changed',
  ],
  [
    'security both cannot agree on',
    133,
    'HYBRID_REQUIRED_BY_SERVER',
    'no way to sign in',
    'rdp-server-offers-entra-sign-in',
  ],
  ['a wrong password', 132, '', 'user name and password', 'rdp-client-ended'],
  ['a password that ran out', 149, '', 'must be changed', 'password-is-permanent'],
])('explains %s', (_, exitCode, stderr, words, help) => {
  const explained = explain(exitCode, stderr);
  expect(explained).toMatchObject({ wasGood: false, help });
  expect(explained.explanation).toContain(words);
});

it('tells a signal from the exit code of the same number', () => {
  expect(explain(null, '', 'SIGTERM').explanation).toContain('ended from outside');
  expect(explain(null, '', 'SIGSEGV').explanation).toContain('crashed');
  expect(explain(143, '').explanation).toContain('TLS');
});

it('names a code it does not know, with what FreeRDP called it', () => {
  expect(explain(200, '[ERROR] - ERRCONNECT_SOMETHING_NEW [0x1]').explanation).toContain(
    '200 (ERRCONNECT_SOMETHING_NEW)',
  );
});

it('says something for every code of the table', () => {
  for (const code of freerdpEndings.flatMap(({ codes }) => codes)) {
    expect(explain(code).explanation).not.toContain('not one we know');
  }
});

it('has one general ending for each code, which is what the code means by itself', () => {
  const byCode = freerdpSymptoms.flatMap(({ codes }) => codes.map(({ value }) => value));
  expect(byCode.toSorted((a, b) => a - b)).toEqual([
    ...new Set(freerdpEndings.flatMap(({ codes }) => codes).toSorted((a, b) => a - b)),
  ]);
});
