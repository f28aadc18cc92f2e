import type { ListedVm } from './listed-vm';

/** What would keep somebody from signing in to a VM, as far as the list of all VMs shows it. */
export function warningsOf(vm: ListedVm): string[] {
  const { hasSystemAssignedIdentity, loginExtension, name, powerState } = vm;
  const isUp = powerState === null || powerState === 'running' || powerState === 'starting';
  const extension = loginExtension?.toLowerCase();
  return [
    ...(isUp ? [] : [`${name} is ${powerState}: it has to be started before anybody can sign in.`]),
    ...(extension === undefined
      ? [
          `The extension AADLoginForWindows was not seen on ${name}: without it nobody signs in with Entra ID.`,
        ]
      : []),
    ...(extension !== undefined && extension !== 'succeeded'
      ? [`The extension AADLoginForWindows on ${name} says ${loginExtension}: look at its pre-flight.`]
      : []),
    ...(hasSystemAssignedIdentity
      ? []
      : [`${name} has no system-assigned identity, which joining Entra ID needs.`]),
  ];
}
