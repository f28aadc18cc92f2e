import type { VmId } from './virtual-machine';

export interface VmIdParts {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
}

export function partsOfVmId(id: VmId): VmIdParts {
  const [, , subscriptionId = '', , resourceGroup = '', , , , name = ''] = id.split('/');
  return { subscriptionId, resourceGroup, name };
}
