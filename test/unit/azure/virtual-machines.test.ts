import { describe, expect, it } from 'vitest';
import { virtualMachineOf } from '../../../main/azure/virtual-machines';
import { vmExtensionOf } from '../../../main/azure/vm-extensions';
import { VmId } from '../../../shared/azure/virtual-machine';

const id = VmId.parse(
  '/subscriptions/s1/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01',
);
type Model = Parameters<typeof virtualMachineOf>[1];
const vmWith = (parts: Partial<Model>) => virtualMachineOf(id, { location: 'westeurope', ...parts });

describe('a virtual machine', () => {
  it('with nothing reported has nulls, not empty texts', () => {
    const vm = vmWith({
      instanceView: {
        computerName: '',
        osName: '',
        osVersion: ' ',
        statuses: [{ code: 'ProvisioningState/succeeded' }],
      },
    });
    expect(vm.instanceView).toEqual({
      computerName: null,
      osName: null,
      osVersion: null,
      powerState: null,
      agent: null,
      rdpThumbprint: null,
    });
    expect(vm).toMatchObject({
      name: 'web-01',
      computerName: null,
      osType: null,
      image: null,
      identity: null,
    });
  });

  it('without an instance view has none, which is not an empty one', () => {
    expect(vmWith({}).instanceView).toBeNull();
  });

  it.each([
    ['ready', 'ProvisioningState/succeeded', 'Ready', true],
    ['not ready', 'ProvisioningState/Unavailable', 'Not Ready', false],
    ['unheard of', undefined, undefined, false],
  ])('has an agent that is %s', (_, code, displayStatus, isReady) => {
    const status = { ...(code && { code }), ...(displayStatus && { displayStatus }) };
    const { instanceView } = vmWith({ instanceView: { vmAgent: { statuses: [status] } } });
    expect(instanceView?.agent).toEqual({ version: null, isReady, status: displayStatus ?? null });
  });

  it.each([
    ['PowerState/running', 'running'],
    ['PowerState/deallocated', 'deallocated'],
    ['PowerState/unheard-of', null],
  ])('reads %s as %s', (code, expected) => {
    const statuses = [{ code: 'ProvisioningState/succeeded' }, { code }];
    expect(vmWith({ instanceView: { statuses } }).instanceView?.powerState).toBe(expected);
  });

  it('keeps a date that cannot be read out', () => {
    expect(vmWith({ timeCreated: new Date('never') }).createdAt).toBeNull();
  });

  it('keeps its own id where the answer has none', () => {
    expect(vmWith({ id: 'nonsense' }).id).toBe(id);
  });
});

describe('an extension', () => {
  it('tells its failure from among its statuses', () => {
    const extension = vmExtensionOf({
      location: 'westeurope',
      name: 'AADLogin',
      publisher: 'Microsoft.Azure.ActiveDirectory',
      typePropertiesType: 'AADLoginForWindows',
      provisioningState: 'Failed',
      settings: { mdmId: '' },
      instanceView: {
        typeHandlerVersion: '2.2.0.0',
        statuses: [
          { code: 'ProvisioningState/succeeded', level: 'Info', message: 'Downloaded.' },
          { code: 'ProvisioningState/failed/51', level: 'Error', message: 'Unsupported.' },
        ],
      },
    });
    expect(extension).toMatchObject({
      version: '2.2.0.0',
      statusCode: 'ProvisioningState/failed/51',
      statusMessage: 'Unsupported.',
      mdmId: '',
    });
  });

  it.each([[undefined], [null], ['text'], [{}], [{ mdmId: 7 }]])(
    'has no mdmId in settings %j',
    (settings) => {
      expect(vmExtensionOf({ location: 'westeurope', settings }).mdmId).toBeNull();
    },
  );
});
