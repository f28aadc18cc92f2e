import { expect, it } from 'vitest';
import { connectCommand } from '../../../main/electron/connect-command';
import { VmId } from '../../../shared/azure/virtual-machine';

const vmId = VmId.parse(
  '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/web/providers/Microsoft.Compute/virtualMachines/ready-01',
);
const inBrackets = VmId.parse(vmId.replace('/web/', '/web(old)/'));
const real = { mode: 'real', cloud: 'global', account: null } as const;
const guest = {
  mode: 'demo',
  cloud: 'global',
  account: {
    username: 'guest_fabrikam.example#EXT#@contoso.example',
    displayName: null,
    homeTenantId: 't',
    method: 'browser',
  },
} as const;

it('is the Connect of the app', () => {
  expect(connectCommand(vmId, 'password', real, 'linux')).toBe(`entra-rdp connect ${vmId} --route password`);
});

it('names the cloud where it is not the usual one', () => {
  expect(connectCommand(vmId, null, { ...real, cloud: 'usgov' }, 'linux')).toBe(
    `entra-rdp connect ${vmId} --cloud usgov`,
  );
});

it('stays in the demo, as the same account', () => {
  expect(connectCommand(vmId, null, guest, 'linux')).toBe(
    `entra-rdp connect ${vmId} --demo --demo-account 'guest_fabrikam.example#EXT#@contoso.example'`,
  );
});

it.each([
  ['linux', "'"],
  ['win32', '"'],
] as const)('quotes what the shell of %s would read as its own', (platform, quote) => {
  expect(connectCommand(inBrackets, null, real, platform)).toContain(`${quote}${inBrackets}${quote}`);
});
