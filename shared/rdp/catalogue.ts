/** One setting of the .rdp format that we write ourselves. */
export interface CatalogueEntry {
  readonly type: 'i' | 's';
  readonly summary: string;
  /** What the Windows client assumes where the line is missing; null where it assumes nothing. */
  readonly default: number | string | null;
  /** What a hostile or careless value costs. */
  readonly risk?: string;
  readonly source: string;
}

// Each read on 2026-11-22.
const properties = 'https://learn.microsoft.com/azure/virtual-desktop/rdp-properties';
const webAccount =
  'https://learn.microsoft.com/windows/client-management/client-tools/connect-to-remote-aadj-pc';
const clientTable = 'http://www.donkz.nl/files/rdpsettings.html';

const integer = (summary: string, standard: number, options: { risk?: string; source?: string } = {}) => ({
  type: 'i' as const,
  summary,
  default: standard,
  source: properties,
  ...options,
});
const text = (summary: string, options: { risk?: string; source?: string } = {}) => ({
  type: 's' as const,
  summary,
  default: null,
  source: properties,
  ...options,
});

/**
 * The settings we write, in the order they are written. Defaults are those of the Windows client: the
 * documentation's are for host pools, and differ.
 */
export const catalogue = {
  'full address': text('The host to connect to, with its port where it is not 3389.', {
    risk: 'Chooses which server receives the user and what is shared with it.',
  }),
  'alternate full address': text('A second address, which clients prefer to the first.', {
    risk: 'Where it differs, the user sees one host and is connected to another.',
  }),
  'server port': integer('The TCP port of the RDP service.', 3389, { source: clientTable }),
  username: text('The account proposed for the sign-in.', {
    risk: 'Discloses an account name; no signature covers it.',
  }),
  enablerdsaadauth: integer('Sign in with a Microsoft Entra ID account in the web sign-in.', 0, {
    source: webAccount,
  }),
  enablecredsspsupport: integer('Authenticate before the session starts, where the server can.', 1, {
    risk: 'Without it, a false server can show a sign-in screen of its own.',
  }),
  'authentication level': integer('What to do when the server cannot be authenticated.', 2, {
    risk: '0 and 3 remove the only visible sign of somebody in the middle.',
  }),
  'negotiate security layer': integer('Let client and server agree on the security layer.', 1),
  'prompt for credentials': integer('Ask for the password even where one was saved for the host.', 0, {
    source: clientTable,
  }),
  promptcredentialonce: integer('Give the gateway the same credentials as the host.', 0, {
    risk: 'The gateway receives the credentials meant for the VM.',
  }),
  gatewayhostname: text('The RD Gateway the connection goes through.', {
    risk: 'All traffic, and perhaps credentials, pass through it.',
  }),
  gatewayusagemethod: integer('When the gateway is used.', 4, {
    risk: '1 and 2 send the session through the named gateway.',
  }),
  gatewaycredentialssource: integer('How to sign in to the gateway.', 4),
  gatewayprofileusagemethod: integer("Whether this file's gateway settings apply.", 0),
  redirectclipboard: integer('Share the clipboard.', 1, {
    risk: 'The VM can read what is copied here, passwords among it.',
  }),
  drivestoredirect: text('Local drives the VM can read and write.', {
    risk: 'A compromised VM reaches the files on them.',
  }),
  redirectdrives: integer('All local drives at once, as old clients know it.', 0, {
    risk: 'A compromised VM reaches the files on them.',
    source: clientTable,
  }),
  redirectprinters: integer('Make local printers available.', 1),
  redirectcomports: integer('Make serial ports available.', 0, {
    risk: 'Direct access to attached equipment.',
  }),
  redirectposdevices: integer('Make point-of-service devices available.', 0, { source: clientTable }),
  redirectsmartcards: integer('Make smart cards and Windows Hello certificates available.', 1, {
    risk: 'The VM can ask a card to sign while its PIN is remembered.',
  }),
  redirectwebauthn: integer('Send passkey requests of the VM to this PC.', 1, {
    risk: 'A hostile VM can trigger passkey prompts here.',
  }),
  redirectlocation: integer("Share this PC's position.", 0),
  devicestoredirect: text('Plug-and-play devices the VM can use.', {
    risk: 'Gives the VM phones, cameras and other devices.',
  }),
  camerastoredirect: text('Cameras the VM can use.', { risk: 'The VM can record video.' }),
  usbdevicestoredirect: text('USB devices passed through whole.', {
    risk: 'Raw access to USB devices, security keys among them.',
  }),
  audiocapturemode: integer('Make the microphone available.', 0, { risk: 'The VM can listen.' }),
  audiomode: integer('Where sound is played.', 0),
  remoteapplicationmode: integer('Start one program instead of a desktop.', 0, {
    risk: 'Its windows look like local ones.',
  }),
  'alternate shell': text('The program to start instead of the desktop.', {
    risk: "Runs with the user's rights as soon as they sign in.",
  }),
  'shell working directory': text('The folder that program starts in.'),
  'screen mode id': integer('In a window (1) or full screen (2).', 2),
  displayconnectionbar: integer('Show the bar with the host name in full screen.', 1, {
    risk: 'Without it nothing tells a full-screen session from the local desktop.',
    source: clientTable,
  }),
  'use multimon': integer('Use all displays.', 0),
  'dynamic resolution': integer('Follow the size of the window.', 1),
  'session bpp': integer('Colour depth in bits.', 32, { source: clientTable }),
  compression: integer('Compress the data stream.', 1),
  networkautodetect: integer('Detect the kind of network.', 1),
  bandwidthautodetect: integer('Measure the bandwidth.', 1),
  'autoreconnection enabled': integer('Connect again when the link drops.', 1),
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type KnownSettings = {
  readonly [Name in keyof typeof catalogue]?: (typeof catalogue)[Name]['type'] extends 'i' ? number : string;
};
