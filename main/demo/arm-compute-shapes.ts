import type { DemoVm } from './complete-vm';
import { guidOf } from './demo-ids';
import type { DemoExtension } from './tenant-machines';

const displayNames: Readonly<Record<DemoVm['powerState'], string>> = {
  running: 'VM running',
  starting: 'VM starting',
  stopping: 'VM stopping',
  stopped: 'VM stopped',
  deallocating: 'VM deallocating',
  deallocated: 'VM deallocated',
  hibernated: 'VM hibernated',
};

/** The model of a VM, as GET answers it. Shape: Azure/azure-rest-api-specs, VirtualMachine_Get.json. */
export function vmJson(vm: DemoVm, withInstanceView: boolean): object {
  return {
    id: vm.id,
    name: vm.name,
    type: 'Microsoft.Compute/virtualMachines',
    location: vm.location,
    tags: vm.tags,
    ...(vm.identity && { identity: identityJson(vm) }),
    properties: {
      vmId: guidOf('vm', vm.id),
      hardwareProfile: { vmSize: vm.size },
      provisioningState: 'Succeeded',
      storageProfile: storageJson(vm),
      ...(vm.computerName !== null && { osProfile: osProfileJson(vm) }),
      networkProfile: {
        networkInterfaces: vm.interfaces.map(({ id, isPrimary }) => ({
          id,
          properties: { primary: isPrimary, deleteOption: 'Delete' },
        })),
      },
      timeCreated: vm.createdAt,
      ...(withInstanceView && { instanceView: instanceViewJson(vm) }),
    },
    ...(vm.extensions.length && {
      resources: vm.extensions.map((extension) => extensionJson(vm, extension, false)),
    }),
  };
}

function identityJson({ id, identity }: DemoVm): object | null {
  return (
    identity && {
      type: identity.type,
      ...(identity.principalId !== null && { principalId: identity.principalId }),
      tenantId: identity.tenantId,
      ...(identity.type.includes('UserAssigned') && {
        userAssignedIdentities: {
          [id.replace(
            /\/Microsoft\.Compute\/.*/,
            '/Microsoft.ManagedIdentity/userAssignedIdentities/id-workload',
          )]: { principalId: guidOf('user identity', id), clientId: guidOf('user identity client', id) },
        },
      }),
    }
  );
}

function storageJson({ image, name, os }: DemoVm): object {
  const reference = image && Object.fromEntries(Object.entries(image).filter(([, value]) => value !== null));
  return {
    ...(reference && { imageReference: { ...reference, version: 'latest' } }),
    osDisk: {
      osType: os,
      name: `${name}_OsDisk`,
      createOption: 'FromImage',
      caching: 'ReadWrite',
      managedDisk: { storageAccountType: 'Premium_LRS' },
      diskSizeGB: 127,
    },
    dataDisks: [],
  };
}

function osProfileJson({ computerName, os }: DemoVm): object {
  return {
    computerName,
    adminUsername: 'azureuser',
    ...(os === 'Windows'
      ? { windowsConfiguration: { provisionVMAgent: true, enableAutomaticUpdates: true } }
      : { linuxConfiguration: { disablePasswordAuthentication: true } }),
    secrets: [],
    allowExtensionOperations: true,
  };
}

/** A stopped VM reports its power state and nothing of its inside. */
export function instanceViewJson(vm: DemoVm): object {
  const { computerName, osName, osVersion, rdpThumbprint } = vm.instanceView;
  return {
    ...(computerName !== null && { computerName }),
    ...(osName !== null && { osName }),
    ...(osVersion !== null && { osVersion }),
    ...(rdpThumbprint !== null && { rdpThumbPrint: rdpThumbprint }),
    hyperVGeneration: 'V2',
    ...(vm.powerState === 'running' && vm.agent && { vmAgent: agentJson(vm) }),
    disks: [],
    extensions: vm.extensions.map(extensionInstanceView),
    statuses: statusesJson(vm),
  };
}

export function statusesJson({ createdAt, powerState }: DemoVm): readonly object[] {
  return [
    {
      code: 'ProvisioningState/succeeded',
      level: 'Info',
      displayStatus: 'Provisioning succeeded',
      time: createdAt,
    },
    { code: `PowerState/${powerState}`, level: 'Info', displayStatus: displayNames[powerState] },
  ];
}

function agentJson({ agent, extensions }: DemoVm): object | null {
  if (!agent) return null;
  const { isReady, status, version } = agent;
  return {
    vmAgentVersion: isReady ? (version ?? 'Unknown') : 'Unknown',
    statuses: [
      isReady
        ? {
            code: 'ProvisioningState/succeeded',
            level: 'Info',
            displayStatus: status ?? 'Ready',
            message: 'GuestAgent is running and processing the extensions.',
          }
        : {
            code: 'ProvisioningState/Unavailable',
            level: 'Warning',
            displayStatus: status ?? 'Not Ready',
            message: 'VM status blob is found but not yet populated.',
          },
    ],
    extensionHandlers: isReady
      ? extensions.map(({ publisher, type, version: handler }) => ({
          type: `${publisher}.${type}`,
          typeHandlerVersion: `${handler}.0.0`,
          status: { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Ready' },
        }))
      : [],
  };
}

export function extensionJson(vm: DemoVm, extension: DemoExtension, withInstanceView: boolean): object {
  const { mdmId, name, provisioningState, publisher, type, version } = extension;
  return {
    id: `${vm.id}/extensions/${name}`,
    name,
    type: 'Microsoft.Compute/virtualMachines/extensions',
    location: vm.location,
    properties: {
      autoUpgradeMinorVersion: true,
      provisioningState,
      publisher,
      type,
      typeHandlerVersion: version,
      settings: mdmId === null ? {} : { mdmId },
      ...(withInstanceView && { instanceView: extensionInstanceView(extension) }),
    },
  };
}

function extensionInstanceView({
  name,
  provisioningState,
  publisher,
  statusCode,
  statusMessage,
  type,
  version,
}: DemoExtension): object {
  const hasFailed = /failed/i.test(statusCode ?? provisioningState);
  return {
    name,
    type: `${publisher}.${type}`,
    typeHandlerVersion: `${version}.0.0`,
    statuses:
      statusCode === null
        ? []
        : [
            {
              code: statusCode,
              level: hasFailed ? 'Error' : 'Info',
              displayStatus: hasFailed ? 'Provisioning failed' : 'Provisioning succeeded',
              ...(statusMessage !== null && { message: statusMessage }),
            },
          ],
  };
}
