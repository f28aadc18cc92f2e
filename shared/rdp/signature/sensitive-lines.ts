import type { SignedRecord } from './records';
import type { SignatureProblem } from './verification';

/** What somebody can do who changes a line that no signature holds; `isOff` where the value asks for nothing. */
interface SensitiveLine {
  readonly risk: string;
  readonly isOff?: (value: string) => boolean;
}

const zero = (value: string): boolean => Number(value) === 0;
const empty = (value: string): boolean => value.trim() === '';

const sensitive: Readonly<Record<string, SensitiveLine>> = {
  'alternate full address': { risk: 'decides which server is called' },
  'full address': { risk: 'decides which server is called' },
  'server port': { risk: 'decides which port is called', isOff: (value) => Number(value) === 3389 },
  username: { risk: 'proposes the account to sign in with', isOff: empty },
  domain: { risk: 'proposes the domain to sign in to', isOff: empty },
  'password 51': { risk: 'is a saved password', isOff: empty },
  camerastoredirect: { risk: 'gives the server cameras', isOff: empty },
  usbdevicestoredirect: { risk: 'gives the server USB devices', isOff: empty },
  devicestoredirect: { risk: 'gives the server devices', isOff: empty },
  drivestoredirect: { risk: 'gives the server drives', isOff: empty },
  redirectdrives: { risk: 'gives the server drives', isOff: zero },
  redirectclipboard: { risk: 'gives the server the clipboard', isOff: zero },
  audiocapturemode: { risk: 'gives the server the microphone', isOff: zero },
  redirectlocation: { risk: 'tells the server where this PC is', isOff: zero },
  redirectsmartcards: { risk: 'gives the server smart cards', isOff: zero },
  redirectwebauthn: { risk: 'lets the server ask for passkeys', isOff: zero },
  enablerdsaadauth: { risk: 'decides whether people sign in with the web account' },
  enablecredsspsupport: { risk: 'decides whether the server is checked before the sign-in' },
  'authentication level': { risk: 'decides what happens with a server that cannot be authenticated' },
  gatewayhostname: { risk: 'decides whose gateway is used', isOff: empty },
  gatewayaccesstoken: { risk: 'is a token for the gateway', isOff: empty },
  'alternate shell': { risk: 'starts a program', isOff: empty },
  remoteapplicationprogram: { risk: 'starts a program', isOff: empty },
  displayconnectionbar: { risk: 'can hide whose screen this is', isOff: (value) => Number(value) === 1 },
};

/** The lines outside a signature that do something, each with what. */
export function uncoveredRisks(records: readonly SignedRecord[]): SignatureProblem[] {
  return records.flatMap(({ name, value, line }) => {
    const found = sensitive[name];
    if (!found || found.isOff?.(value) === true) return [];
    return {
      id: 'sensitive-line-is-not-covered',
      severity: 'notice',
      line,
      found: `“${name}” ${found.risk}, and the signature does not cover it.`,
    };
  });
}
