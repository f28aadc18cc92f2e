import { type CallPurpose, callService } from './explain-failure';

const resourceManager = { name: 'Azure', deniedHelp: 'azure-read-access' } as const;

/** Makes one call of Azure Resource Manager; its failures are AppErrors, see `callService`. */
export function callArm<T>(asked: CallPurpose, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return callService(resourceManager, asked, call);
}
