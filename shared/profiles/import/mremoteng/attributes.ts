import type { RdpSetting } from '../../../rdp/setting';
import { driveList, setting } from '../setting-lines';

/**
 * What mRemoteNG's attributes mean, and as which settings.
 *
 * Sources: the attributes of connection files of the versions 2.5 to 2.8, by mRemoteNG's published reader and writer of
 * them (github.com/mRemoteNG/mRemoteNG, mRemoteNG/Config/Serializers) and what its RDP connection does with
 * each, read on 2026-11-26. `DisplayWallpaper` and `DisplayThemes` say what is shown, our lines what is not.
 */
export const rows: readonly Row[] = [
  flag('ConnectToConsole', 'administrative session', { inherits: 'UseConsoleSession' }),
  flag('UseCredSsp', 'enablecredsspsupport'),
  choice('RDPAuthenticationLevel', 'authentication level', ['NoAuth', 'AuthRequired', 'WarnOnFailedAuth']),
  text('LoadBalanceInfo', 'loadbalanceinfo'),
  choice('Colors', 'session bpp', {
    Colors256: 8,
    Colors15Bit: 15,
    Colors16Bit: 16,
    Colors24Bit: 24,
    Colors32Bit: 32,
  }),
  { attributes: ['Resolution', 'AutomaticResize'], settings: resolution },
  flag('DisplayWallpaper', 'disable wallpaper', { on: 0, off: 1 }),
  flag('DisplayThemes', 'disable themes', { on: 0, off: 1 }),
  flag('EnableFontSmoothing', 'allow font smoothing'),
  flag('EnableDesktopComposition', 'allow desktop composition'),
  flag('DisableFullWindowDrag', 'disable full window drag'),
  flag('DisableMenuAnimations', 'disable menu anims'),
  flag('CacheBitmaps', 'bitmapcachepersistenable'),
  { attributes: ['RedirectDiskDrives', 'RedirectDiskDrivesCustom'], settings: drives },
  flag('RedirectPorts', 'redirectcomports'),
  flag('RedirectPrinters', 'redirectprinters'),
  flag('RedirectClipboard', 'redirectclipboard'),
  flag('RedirectSmartCards', 'redirectsmartcards'),
  choice('RedirectSound', 'audiomode', ['BringToThisComputer', 'LeaveAtRemoteComputer', 'DoNotPlay']),
  choice('SoundQuality', 'audioqualitymode', ['Dynamic', 'Medium', 'High']),
  flag('RedirectAudioCapture', 'audiocapturemode'),
  // Off, mRemoteNG leaves the client's own choice: in full screen alone.
  flag('RedirectKeys', 'keyboardhook', { on: 1, off: 2 }),
  text('StartProgram', 'alternate shell'),
  text('StartProgramWorkDir', 'shell working directory'),
  {
    attributes: ['RDGatewayUsageMethod', 'RDGatewayHostname', 'RDGatewayUseConnectionCredentials'],
    settings: gateway,
  },
];

/** Attributes that together say one thing. */
export interface Row {
  readonly attributes: readonly string[];
  /** `Inherit…` where it is called otherwise than the attribute. */
  readonly inherits?: string;
  /** Null for values mRemoteNG does not write. Null as a value: the attribute is missing. */
  readonly settings: (valueOf: (attribute: string) => string | null) => readonly RdpSetting[] | null;
}

/** Become something else than a line of settings. */
export const elsewhere: readonly string[] = [
  'Name',
  'Type',
  'Descr',
  'Hostname',
  'Protocol',
  'Port',
  'Username',
  'Domain',
  'Id',
  'UseVmId',
];

/** About mRemoteNG's own window, other protocols, or what it does around a connection it has open. */
export const ofNoUse: readonly RegExp[] = [
  /^Inherit/i,
  /^VNC/i,
  /^(SSH|ICA|Putty)/i,
  /^(Icon|Panel|Color|TabColor|ConnectionFrameColor|Expanded|Connected|Favorite|PleaseConnect)$/i,
  /^(RenderingEngine|RdpVersion|OpeningCommand|RDPAlertIdleTimeout|VmId|UseEnhancedMode)$/i,
  /^(ExternalCredentialProvider|ExternalAddressProvider|RDGatewayExternalCredentialProvider|EC2Region)$/i,
];

/** Said when they are on: no line of an .rdp file says the same. */
export const switches: readonly string[] = [
  'UseRCG',
  'UseRestrictedAdmin',
  'DisableCursorShadow',
  'DisableCursorBlinking',
];

function flag(
  attribute: string,
  name: string,
  { on = 1, off = 0, inherits }: { on?: number; off?: number; inherits?: string } = {},
): Row {
  return {
    attributes: [attribute],
    ...(inherits !== undefined && { inherits }),
    settings: (valueOf) => {
      const isOn = flagIn(valueOf(attribute));
      return isOn === null ? null : [setting(name, isOn ? on : off)];
    },
  };
}

function flagIn(value: string | null): boolean | null {
  const plain = value?.toLowerCase() ?? '';
  if (plain === 'true' || plain === '1') return true;
  return plain === '' || plain === 'false' || plain === '0' ? false : null;
}

function text(attribute: string, name: string): Row {
  return { attributes: [attribute], settings: (valueOf) => [setting(name, valueOf(attribute) ?? '')] };
}

/** A name of a list, or its number there. What is missing is the first, as mRemoteNG reads it. */
function choice(
  attribute: string,
  name: string,
  values: readonly string[] | Readonly<Record<string, number>>,
): Row {
  const numbered: readonly (readonly [string, number])[] = Array.isArray(values)
    ? (values as readonly string[]).map((word, index) => [word, index])
    : Object.entries(values as Readonly<Record<string, number>>);
  return {
    attributes: [attribute],
    settings: (valueOf) => {
      const value = valueOf(attribute)?.toLowerCase() ?? '';
      const [, chosen] =
        numbered.find(
          ([word, number]) => value === '' || word.toLowerCase() === value || String(number) === value,
        ) ?? [];
      return chosen === undefined ? null : [setting(name, chosen)];
    },
  };
}

/** `FitToWindow`, `Fullscreen`, `SmartSize` or a size, `Res1280x1024`; only the first two follow the window. */
function resolution(valueOf: (attribute: string) => string | null): readonly RdpSetting[] | null {
  const value = valueOf('Resolution')?.toLowerCase() || 'fittowindow';
  const follows = flagIn(valueOf('AutomaticResize')) ? 1 : 0;
  const [, width, height] = /^res(\d{3,4})x(\d{3,4})$/.exec(value) ?? [];
  if (width !== undefined && height !== undefined) {
    return [
      ...screen(1, 0, 0),
      setting('desktopwidth', Number(width)),
      setting('desktopheight', Number(height)),
    ];
  }
  if (value === 'fittowindow') return screen(1, 0, follows);
  if (value === 'fullscreen') return screen(2, 0, follows);
  return value === 'smartsize' ? screen(1, 1, 0) : null;
}

function screen(mode: 1 | 2, isScaled: 0 | 1, follows: 0 | 1): RdpSetting[] {
  return [
    setting('screen mode id', mode),
    setting('smart sizing', isScaled),
    setting('dynamic resolution', follows),
  ];
}

/** A yes or no up to 2.7, a choice from 2.8 on. `Local` is narrower than anything a line can say: nothing is shared. */
function drives(valueOf: (attribute: string) => string | null): readonly RdpSetting[] | null {
  const shared = (value: string) => [setting('drivestoredirect', value)];
  switch (valueOf('RedirectDiskDrives')?.toLowerCase() ?? '') {
    case 'true':
    case 'all':
      return shared('*');
    case '':
    case 'false':
    case 'none':
      return shared('');
    case 'custom':
      return shared(driveList((valueOf('RedirectDiskDrivesCustom') ?? '').split('')));
    default:
      return null;
  }
}

function gateway(valueOf: (attribute: string) => string | null): readonly RdpSetting[] | null {
  const method = { '': 0, never: 0, always: 1, detect: 2, '0': 0, '1': 1, '2': 2 }[
    valueOf('RDGatewayUsageMethod')?.toLowerCase() ?? ''
  ];
  const signIn = valueOf('RDGatewayUseConnectionCredentials')?.toLowerCase() ?? '';
  if (method === undefined) return null;
  return [
    setting('gatewayhostname', method === 0 ? '' : (valueOf('RDGatewayHostname') ?? '')),
    setting('gatewayusagemethod', method),
    setting('gatewayprofileusagemethod', 1),
    setting('gatewaycredentialssource', signIn === 'smartcard' ? 1 : 0),
    setting('promptcredentialonce', signIn === 'yes' ? 1 : 0),
  ];
}
