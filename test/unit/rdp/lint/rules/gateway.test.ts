import { expect, it } from 'vitest';
import { gateway } from '../../../../../shared/rdp/lint/rules/gateway';
import { lookAt, seen } from '../look-at';

it.each([
  ['a gateway not used', ['gatewayhostname:s:gate.example', 'gatewayusagemethod:i:0'], []],
  ['no name', ['gatewayhostname:s:', 'gatewayusagemethod:i:1'], []],
  [
    'a gateway',
    ['gatewayhostname:s:gate.example', 'gatewayusagemethod:i:1'],
    [seen('medium', 1, 'through the gateway “gate.example”')],
  ],
  [
    'one that is given the same credentials',
    ['promptcredentialonce:i:1', 'gatewayhostname:s:gate.example', 'gatewayusagemethod:i:2'],
    [seen('medium', 2, 'promptcredentialonce')],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(gateway, lines)).toEqual(observations);
});
