import { expect, it } from 'vitest';
import { sendsElsewhere } from '../../../../../shared/rdp/lint/rules/sends-elsewhere';
import { lookAt, seen } from '../look-at';

it.each([
  ['nothing', ['kdcproxyname:s:'], []],
  [
    'a Kerberos proxy',
    ['kdcproxyname:s:kdc.example'],
    [seen('low', 1, '“kdcproxyname”: Kerberos requests go to “kdc.example”')],
  ],
  ['diagnostics', ['diagnosticserviceurl:s:https://d.example/'], [seen('low', 1, 'diagnostics go to')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(sendsElsewhere, lines)).toEqual(observations);
});
