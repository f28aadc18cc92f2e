import { signInApps } from '../../shared/entra/policy';
import { guidOf } from './demo-ids';
import type { References } from './references';
import type { DemoTenantFile } from './tenant-file';

/** Devices, apps and policies of the directory, with ids in place of names. */
export function completeDirectory(file: DemoTenantFile, references: References) {
  return {
    devices: file.devices.map((device) => ({
      ...device,
      objectId: guidOf('device object', device.displayName, device.registeredAt),
      deviceId: device.deviceId ?? guidOf('device', device.displayName, device.registeredAt),
      hostNames: device.hostNames ?? [device.displayName],
    })),
    servicePrincipals: (file.servicePrincipals ?? threeSignInApps()).map((app, index) => ({
      ...app,
      objectId: app.objectId ?? guidOf('service principal', app.appId),
      assignedIds: app.assigned.map((name, at) =>
        references.principal(name, ['servicePrincipals', index, 'assigned', at]),
      ),
    })),
    conditionalAccess: file.conditionalAccess.map((policy, index) => {
      const idsOf = (names: readonly string[], key: string) =>
        names.map((name, at) =>
          name === 'all' ? name : references.principal(name, ['conditionalAccess', index, 'users', key, at]),
        );
      return {
        ...policy,
        id: policy.id ?? guidOf('policy', policy.name),
        includedIds: idsOf(policy.users.include, 'include'),
        excludedIds: idsOf(policy.users.exclude, 'exclude'),
      };
    }),
  };
}

function threeSignInApps(): NonNullable<DemoTenantFile['servicePrincipals']> {
  return Object.values(signInApps).map(({ appId, name }) => ({
    appId,
    displayName: name,
    isEnabled: true,
    requiresAssignment: false,
    assigned: [],
  }));
}
