import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VmId } from '../../../shared/azure/virtual-machine';
import { isVmName, vmIdIn } from '../../../shared/azure/vm-reference';

const id =
  '/subscriptions/11111111-aaaa-4000-a000-000000000001/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01';

it.each([
  ['a resource id', id],
  ['an id with blanks around', `  ${id}\n`],
  ['an id in another letter case', id.toUpperCase()],
  ['an id of an extension inside the VM', `${id}/extensions/AADLoginForWindows`],
  ['a link of the global portal', `https://portal.azure.com/#@contoso.com/resource${id}/overview`],
  ['a link without a tenant', `https://portal.azure.com/#resource${id}`],
  ['a link of US Government', `https://portal.azure.us/#@contoso.us/resource${id}/connect`],
  ['a link of 21Vianet', `https://portal.azure.cn/#@contoso.cn/resource${id}`],
  ['a link of a preview portal', `https://ms.portal.azure.com/?feature=x#@contoso.com/resource${id}`],
  ['a link with an encoded id', `https://portal.azure.com/#view/Blade/id/${encodeURIComponent(id)}`],
])('finds the VM in %s', (_, text) => {
  expect(vmIdIn(text)?.toLowerCase()).toBe(id.toLowerCase());
});

it.each([
  ['a name', 'web-01'],
  ['the id of a disk', id.replace('virtualMachines/web-01', 'disks/web-01')],
  ['the id of a resource group', '/subscriptions/s1/resourceGroups/rg-app'],
  ['an id that something stands before', `x${id}`],
  ['a link to the portal’s start', 'https://portal.azure.com/#home'],
  ['a link with broken escapes', 'https://portal.azure.com/#%E0%A4%A'],
  ['a link whose path, not fragment, has the id', `https://evil.example${id}`],
  ['nothing', ''],
])('finds none in %s', (_, text) => {
  expect(vmIdIn(text)).toBeNull();
});

it('finds what is an id, or nothing, in any text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(VmId.nullable().safeParse(vmIdIn(text)).success).toBe(true);
    }),
  );
});

it.each([
  ['web-01', true],
  ['web_01.prod', true],
  ['größe', true],
  ['web 01', false],
  ['/subscriptions/s1', false],
  ['https://portal.azure.com/', false],
  ['', false],
  ['x'.repeat(65), false],
])('%j can be a name: %s', (text, expected) => {
  expect(isVmName(text)).toBe(expected);
});
