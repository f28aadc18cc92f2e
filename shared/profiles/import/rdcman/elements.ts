import type { RdpSetting } from '../../../rdp/setting';
import { driveList, setting } from '../setting-lines';

/**
 * What RDCMan's elements mean, and as which settings.
 *
 * Sources: the files RDCMan 2.2, 2.7 and 2.8 to 2.9 write, as public repositories have them (mRemoteNG's
 * tests, AutomatedLab, scripts over Azure), and the properties of Microsoft's client control that the elements are
 * named after: learn.microsoft.com/windows/win32/termserv, read on 2026-11-26.
 */
export const sections: readonly Section[] = [
  {
    name: 'connectionSettings',
    rows: [
      flag('connectToConsole', 'administrative session'),
      text('startProgram', 'alternate shell'),
      text('workingDir', 'shell working directory'),
      text('loadBalanceInfo', 'loadbalanceinfo'),
    ],
    elsewhere: ['port'],
  },
  {
    name: 'gatewaySettings',
    rows: [
      { elements: ['enabled', 'localBypass', 'hostName'], settings: gateway },
      choice('logonMethod', 'gatewaycredentialssource', { NTLM: 0, SmartCard: 1, Any: 4 }, 4),
      flag('credSharing', 'promptcredentialonce', true),
    ],
    elsewhere: ['userName', 'domain', 'profileName', 'enableCredSspSupport'],
  },
  {
    name: 'remoteDesktop',
    rows: [
      { elements: ['size', 'sameSizeAsClientArea', 'fullScreen'], settings: desktopSize },
      choice('colorDepth', 'session bpp', { 8: 8, 15: 15, 16: 16, 24: 24, 32: 32 }, 24),
    ],
  },
  {
    name: 'localResources',
    rows: [
      choice('audioRedirection', 'audiomode', { Client: 0, Remote: 1, NoSound: 2 }, 0),
      // RDCMan numbers high before medium, the client the other way round: what a person chose is the name.
      choice('audioRedirectionQuality', 'audioqualitymode', { Dynamic: 0, Medium: 1, High: 2 }, 0, {
        1: 2,
        2: 1,
      }),
      choice('audioCaptureRedirection', 'audiocapturemode', { DoNotRecord: 0, Record: 1 }, 0),
      choice('keyboardHook', 'keyboardhook', { Client: 0, Remote: 1, FullScreenClient: 2 }, 2),
      flag('redirectClipboard', 'redirectclipboard', true),
      { elements: ['redirectDrives', 'redirectDrivesList'], settings: drives },
      flag('redirectPrinters', 'redirectprinters'),
      flag('redirectPorts', 'redirectcomports'),
      flag('redirectSmartCards', 'redirectsmartcards', true),
      { elements: ['redirectPnpDevices'], settings: devices },
    ],
  },
  {
    name: 'displaySettings',
    rows: [{ elements: ['smartSizeUndockedWindows'], settings: smartSize }],
    ownWindow: [
      'smartSizeDockedWindows',
      'thumbnailScale',
      'liveThumbnailUpdates',
      'allowThumbnailSessionInteraction',
      'showDisconnectedThumbnails',
    ],
  },
  {
    name: 'securitySettings',
    rows: [choice('authentication', 'authentication level', { None: 0, Required: 1, Warn: 2 }, 2)],
    switches: ['restrictedAdmin', 'remoteGuard'],
  },
];

export interface Section {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Elements that become something else than a line of settings. */
  readonly elsewhere?: readonly string[];
  /** Elements about RDCMan's own window. */
  readonly ownWindow?: readonly string[];
  /** What mstsc takes on its command line alone. */
  readonly switches?: readonly string[];
}

/** Elements that together say one thing. */
export interface Row {
  readonly elements: readonly string[];
  /** Null for values RDCMan never writes. */
  readonly settings: (values: Values) => readonly RdpSetting[] | null;
}

/** What stands in a section. Null where the element is missing: RDCMan then takes its own default. */
export interface Values {
  text(element: string): string | null;
  /** The texts of its `item` elements. */
  items(element: string): readonly string[] | null;
}

function flag(element: string, name: string, otherwise = false): Row {
  return {
    elements: [element],
    settings: (values) => {
      const on = flagIn(values, element, otherwise);
      return on === null ? null : [setting(name, on ? 1 : 0)];
    },
  };
}

function flagIn(values: Values, element: string, otherwise: boolean): boolean | null {
  const value = values.text(element)?.toLowerCase() ?? '';
  if (value === '') return otherwise;
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : null;
}

function text(element: string, name: string): Row {
  return { elements: [element], settings: (values) => [setting(name, values.text(element) ?? '')] };
}

/** RDCMan 2.2 wrote a number where later versions write a name: the client's own, where nothing else is said. */
function choice(
  element: string,
  name: string,
  values: Readonly<Record<string, number>>,
  otherwise: number,
  numbered: Readonly<Record<string, number>> = {},
): Row {
  const known = new Map<string, number>([
    ...Object.values(values).map((value) => [String(value), value] as const),
    ...Object.entries(numbered),
    ...Object.entries(values).map(([word, value]) => [word.toLowerCase(), value] as const),
  ]);
  return {
    elements: [element],
    settings: (found) => {
      const value = found.text(element)?.toLowerCase() ?? '';
      const chosen = value === '' ? otherwise : known.get(value);
      return chosen === undefined ? null : [setting(name, chosen)];
    },
  };
}

function gateway(values: Values): readonly RdpSetting[] | null {
  const isUsed = flagIn(values, 'enabled', false);
  const isBypassed = flagIn(values, 'localBypass', true);
  if (isUsed === null || isBypassed === null) return null;
  return [
    setting('gatewayhostname', isUsed ? (values.text('hostName') ?? '') : ''),
    setting('gatewayusagemethod', isUsed ? (isBypassed ? 2 : 1) : 0),
    setting('gatewayprofileusagemethod', 1),
  ];
}

function desktopSize(values: Values): readonly RdpSetting[] | null {
  const isFullScreen = flagIn(values, 'fullScreen', true);
  const isClientArea = flagIn(values, 'sameSizeAsClientArea', false);
  if (isFullScreen === null || isClientArea === null) return null;
  if (isFullScreen) return [setting('screen mode id', 2), setting('dynamic resolution', 1)];
  if (isClientArea) return [setting('screen mode id', 1), setting('dynamic resolution', 1)];
  const [, width, height] = /^(\d{3,4})\s*[x,]\s*(\d{3,4})$/i.exec(values.text('size') ?? '1024 x 768') ?? [];
  if (width === undefined || height === undefined) return null;
  return [
    setting('screen mode id', 1),
    setting('desktopwidth', width),
    setting('desktopheight', height),
    setting('dynamic resolution', 0),
  ];
}

/** Where there is a list, it alone says which drives are shared, also where it is empty; 2.2 had none. */
function drives(values: Values): readonly RdpSetting[] | null {
  const isOn = flagIn(values, 'redirectDrives', false);
  if (isOn === null) return null;
  const list = values.items('redirectDrivesList');
  return [setting('drivestoredirect', isOn ? (list === null ? '*' : driveList(list)) : '')];
}

function devices(values: Values): readonly RdpSetting[] | null {
  const isOn = flagIn(values, 'redirectPnpDevices', false);
  return isOn === null ? null : [setting('devicestoredirect', isOn ? '*' : '')];
}

/** Ours is a window of its own, as RDCMan's undocked one. `Reconnect` follows its size, as ours does anyway. */
function smartSize(values: Values): readonly RdpSetting[] | null {
  const value = values.text('smartSizeUndockedWindows')?.toLowerCase() || 'none';
  if (['true', 'scale', '1'].includes(value)) return [setting('smart sizing', 1)];
  return ['false', 'none', 'reconnect', '0', '2'].includes(value) ? [setting('smart sizing', 0)] : null;
}
