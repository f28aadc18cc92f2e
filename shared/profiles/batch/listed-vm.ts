import type { PowerState, VmId } from '../../azure/virtual-machine';

/** What a file for a VM must know of it, as one list says of them all. */
export interface ListedVm {
  readonly id: VmId;
  readonly name: string;
  readonly computerName: string | null;
  readonly tenantId: string | null;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly osType: 'Windows' | 'Linux' | null;
  readonly powerState: PowerState | null;
  readonly hasSystemAssignedIdentity: boolean;
  /** Provisioning state of AADLoginForWindows; null when it is not installed or not read. */
  readonly loginExtension: string | null;
}
