import type { DescribedRdp, DescribedSetting } from '../../../shared/rdp/describe';
import type { EncodingFound, RdpEncoding } from '../../../shared/rdp/encoding';
import type { Finding } from '../../../shared/rdp/lint/lint';
import type { Severity } from '../../../shared/rdp/lint/rule';
import { shown, visible } from '../../../shared/rdp/shown';
import type { Output } from '../output';
import { counted } from './library-text';

const encodingNames: Readonly<Record<RdpEncoding, string>> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, high byte first',
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252, as a guess',
};

function encodingText({ encoding, hasByteOrderMark }: EncodingFound): string {
  return `${encodingNames[encoding]}${hasByteOrderMark ? ' with a byte order mark' : ''}`;
}

export function describedText(file: string, described: DescribedRdp, paint: Output['paint']): string {
  const width = Math.max(0, ...described.settings.map(({ name }) => Math.min(name.length, 40)));
  return [
    `${paint('bold', file)}  ${encodingText(described)}, ${counted(described.lines, 'line')}, ${described.signed ? 'with a signature' : 'not signed'}`,
    ...described.settings.map((setting) => settingText(setting, width)),
  ].join('\n');
}

function settingText({ line, name, value, meaning, description }: DescribedSetting, width: number): string {
  const what = value === null ? '(a secret, not shown)' : shown(value);
  const why = meaning ?? description ?? 'not a setting we know of';
  return `${String(line).padStart(5)}  ${visible(name).padEnd(width)}  ${what}  ${why}`;
}

const colours = { high: 'red', medium: 'yellow', low: 'cyan', info: 'dim' } as const satisfies Record<
  Severity,
  string
>;

export function findingsText(
  file: string,
  found: EncodingFound,
  findings: readonly Finding[],
  paint: Output['paint'],
): string {
  return [
    `${paint('bold', file)}  ${encodingText(found)}: ${countText(findings)}`,
    ...findings.map(
      ({ severity, line, rule, found: sentence }) =>
        `  ${paint(colours[severity], severity.padEnd(6))} line ${String(line).padEnd(3)} ${sentence} ${paint('dim', `[${rule}]`)}`,
    ),
  ].join('\n');
}

function countText(findings: readonly Finding[]): string {
  const counts = (['high', 'medium', 'low'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [`${count} ${severity}`] : [];
  });
  return counts.join(', ') || 'nothing speaks against it';
}
