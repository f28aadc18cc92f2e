import type { Cloud } from '../azure/cloud';
import type { VirtualMachine } from '../azure/virtual-machine';
import { AppError } from '../errors/app-error';
import type { Route } from '../preflight/route';
import { quoteForPosix } from '../preflight/shell-quote';

/** How to go through Azure Bastion by hand, as this app does not fetch Bastion's file itself. */
export function bastionByHand(
  route: 'bastion-client' | 'bastion-portal',
  cloud: Pick<Cloud, 'portal'>,
  vm: Pick<VirtualMachine, 'id' | 'resourceGroup'> | null,
  bastion: { readonly name: string } | null,
): AppError {
  const portal = vm ? `${cloud.portal}/#resource${encodeURI(vm.id)}/connect` : cloud.portal;
  const inTheBrowser = `Open ${portal}, choose Bastion, and sign in with Microsoft Entra ID.`;
  const inTheClient = vm
    ? `On Windows with the Azure CLI: ${commandFor(vm, bastion?.name ?? 'BASTION')}.`
    : inTheBrowser;
  return new AppError(
    'not-here',
    `Connecting through Azure Bastion is not done from here. ${route === 'bastion-client' ? inTheClient : inTheBrowser}`,
    { help: 'bastion-serves-the-vm' },
  );
}

function commandFor(vm: Pick<VirtualMachine, 'id' | 'resourceGroup'>, bastion: string): string {
  const words = ['--name', bastion, '--resource-group', vm.resourceGroup, '--target-resource-id', vm.id];
  return `az network bastion rdp ${words.map(quoteForPosix).join(' ')} --auth-type aad`;
}

export function isBastion(route: Route): route is 'bastion-client' | 'bastion-portal' {
  return route === 'bastion-client' || route === 'bastion-portal';
}
