import { type CallPurpose, callService } from '../azure/explain-failure';

const microsoftGraph = { name: 'Microsoft Graph', deniedHelp: 'admin-consent' } as const;

/** Makes one call of Microsoft Graph; its failures are AppErrors, see `callService`. */
export function callGraph<T>(asked: CallPurpose, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return callService(microsoftGraph, asked, call);
}
