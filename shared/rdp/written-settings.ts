import type { RdpSetting } from './setting';

/**
 * The settings we write, in the order they are written, with their types: every one that matters to
 * security, as clients differ in what they assume of a line that is missing.
 */
export const writtenSettings = {
  'full address': 's',
  'alternate full address': 's',
  'server port': 'i',
  username: 's',
  enablerdsaadauth: 'i',
  enablecredsspsupport: 'i',
  'authentication level': 'i',
  'negotiate security layer': 'i',
  'prompt for credentials': 'i',
  promptcredentialonce: 'i',
  gatewayhostname: 's',
  gatewayusagemethod: 'i',
  gatewaycredentialssource: 'i',
  gatewayprofileusagemethod: 'i',
  redirectclipboard: 'i',
  drivestoredirect: 's',
  redirectdrives: 'i',
  redirectprinters: 'i',
  redirectcomports: 'i',
  redirectposdevices: 'i',
  redirectsmartcards: 'i',
  redirectwebauthn: 'i',
  redirectlocation: 'i',
  devicestoredirect: 's',
  camerastoredirect: 's',
  usbdevicestoredirect: 's',
  audiocapturemode: 'i',
  audiomode: 'i',
  remoteapplicationmode: 'i',
  'alternate shell': 's',
  'shell working directory': 's',
  'screen mode id': 'i',
  displayconnectionbar: 'i',
  'use multimon': 'i',
  'dynamic resolution': 'i',
  'session bpp': 'i',
  compression: 'i',
  networkautodetect: 'i',
  bandwidthautodetect: 'i',
  'autoreconnection enabled': 'i',
} as const satisfies Readonly<Record<string, RdpSetting['type']>>;

export type KnownSettings = {
  readonly [Name in keyof typeof writtenSettings]?: (typeof writtenSettings)[Name] extends 'i'
    ? number
    : string;
};
