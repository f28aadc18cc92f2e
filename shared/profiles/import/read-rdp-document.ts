import { connectionIn } from '../../rdp/connection';
import { type RdpDocument, settingsIn } from '../../rdp/parse';
import type { RdpSetting } from '../../rdp/setting';
import type { ImportedProfile, LeftOut } from './imported';
import { lostPorts, userNameTaken } from './lost-connection';
import { isSecretName, secretsStay } from './secret-names';
import { fitsLine, linesOf } from './setting-lines';

/** What an .rdp file gives, before anybody looked at its signature. */
export interface ReadRdpDocument {
  /** Null where the file names no computer. */
  readonly profile: Pick<ImportedProfile, 'address' | 'port' | 'username' | 'route' | 'settings'> | null;
  readonly leftOut: readonly LeftOut[];
  /** Whether a password or token stands in it: such a file is not kept as it is. */
  readonly holdsSecret: boolean;
}

/**
 * Reads an .rdp file as a profile: what the profile says by itself (address, port, user name, route) is taken out of
 * the lines, a signature is not one of them, and of a setting written twice the last counts, as in clients.
 */
export function readRdpDocument(document: RdpDocument, place: string): ReadRdpDocument {
  const settings = settingsIn(document);
  const secrets = settings.filter(({ name, value }) => isSecretName(name) && value.trim() !== '');
  const lines = lastOfEach(
    settings.filter(({ name }) => !ofTheSignature.includes(name) && !isSecretName(name)),
  );
  const kept = lines.kept.filter(({ name }) => !ownOfProfile.includes(name));
  const connection = connectionIn(settings);
  const isUsable = connection !== null && connection.host.length <= 255;
  const { lost, username } = userNameTaken(connection?.username ?? null);
  return {
    profile: isUsable
      ? {
          address: connection.host,
          port: connection.port === 3389 ? null : connection.port,
          username,
          route: connection.route,
          settings: linesOf(kept.filter(fitsLine).slice(0, mostLines)),
        }
      : null,
    leftOut: [
      ...secrets.map(({ name }) => ({ place, what: `“${name}”`, because: secretsStay })),
      ...lines.twice.map((name) => ({
        place,
        what: `all but the last “${name}”`,
        because: 'It is written more than once with different values, and clients take the last.',
      })),
      ...otherAddress(connection?.otherAddress ?? null, place),
      ...[...lostPorts(settings), ...lost].map((one) => ({ place, ...one })),
      ...noSettings(document, place),
      ...tooMuch(kept, place),
    ],
    holdsSecret: secrets.length > 0,
  };
}

const mostLines = 1000;

const ownOfProfile = [
  'full address',
  'alternate full address',
  'server port',
  'username',
  'enablerdsaadauth',
];
const ofTheSignature = ['signscope', 'signature'];

function lastOfEach(settings: readonly RdpSetting[]): { kept: RdpSetting[]; twice: string[] } {
  const last = new Map<string, RdpSetting>();
  const twice = new Set<string>();
  for (const setting of settings) {
    const before = last.get(setting.name);
    if (before && before.value !== setting.value) twice.add(setting.name);
    last.set(setting.name, setting);
  }
  return { kept: [...last.values()], twice: [...twice] };
}

function otherAddress(address: string | null, place: string): LeftOut[] {
  if (address === null) return [];
  const because = 'The file names two computers, and clients go to the “alternate full address”.';
  return [{ place, what: 'the “full address”', because }];
}

function noSettings({ lines }: RdpDocument, place: string): LeftOut[] {
  const numbers = lines.filter(({ text, setting }) => !setting && text.trim()).map(({ number }) => number);
  if (numbers.length === 0) return [];
  const which = numbers.length === 1 ? 'line' : 'lines';
  const first = `${numbers.slice(0, 10).join(', ')}${numbers.length > 10 ? ', …' : ''}`;
  return [{ place, what: `${which} ${first}`, because: 'No setting: they are not name:type:value.' }];
}

function tooMuch(settings: readonly RdpSetting[], place: string): LeftOut[] {
  const long = settings.filter((setting) => !fitsLine(setting)).map(({ name }) => name.slice(0, 60));
  const over = settings.length - mostLines;
  return [
    ...long.map((name) => ({
      place,
      what: `“${name}”`,
      because: 'Its value is longer than any setting can be.',
    })),
    ...(over > 0
      ? [{ place, what: `the last ${over} settings`, because: 'A profile has at most 1,000.' }]
      : []),
  ];
}
