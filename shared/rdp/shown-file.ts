import type { PcPolicies } from '../client-pc/this-pc';
import { connectionIn } from './connection';
import { type DescribedSetting, describeRdp } from './describe';
import { lintRdp } from './lint/lint';
import { isSigned, type LintFile, lintFileOf } from './lint/lint-file';
import { askingFor, sharings } from './lint/sharing';
import { type RdpDocument, type RdpLine, settingsIn } from './parse';
import type { RdpFileView, ShownLine, ShownSetting } from './rdp-file-view';
import { visible } from './shown';

/** A file of thousands of lines is no file of a person's: what is shown is cut, what is counted is not. */
const mostShown = { lines: 2000, findings: 500, characters: 2000 } as const;

/** What the window shows of an .rdp file, as far as the file says it by itself. */
export type ShownFile = Omit<RdpFileView, 'id' | 'name' | 'path' | 'verification'>;

/**
 * What a person is shown of a file: its lines, what speaks against it, and what Windows will ask.
 *
 * @param policies those of the PC that would open it, where they are known.
 */
export function shownFile(document: RdpDocument, policies: PcPolicies | null = null): ShownFile {
  const described = describeRdp(document);
  const settings = new Map(described.settings.map((setting) => [setting.line, setting]));
  // What Windows will ask is told as the dialog it is, and not once more as findings.
  const findings = lintRdp(document, policies).filter(({ rule }) => rule !== 'opening-dialog');
  const leadsTo = connectionIn(settingsIn(document));
  return {
    encoding: described.encoding,
    lineCount: described.lines,
    lines: document.lines.slice(0, mostShown.lines).map((line) => shownLine(line, settings.get(line.number))),
    leadsTo: leadsTo && { host: cut(leadsTo.host), username: leadsTo.username && cut(leadsTo.username) },
    dialog: dialogOf(lintFileOf(document, policies)),
    findingCount: findings.length,
    findings: findings.slice(0, mostShown.findings),
  };
}

function shownLine(line: RdpLine, described: DescribedSetting | undefined): ShownLine {
  if (!described) return { number: line.number, text: cut(line.text), setting: null };
  const setting = shownSetting(described);
  const isSecret = described.value === null;
  const text = isSecret ? `${described.name}:${described.type}:(not shown)` : cut(line.text);
  return { number: line.number, text, setting };
}

function shownSetting(setting: DescribedSetting): ShownSetting {
  return { ...setting, name: cut(setting.name), value: setting.value === null ? null : cut(setting.value) };
}

function cut(text: string): string {
  const { characters } = mostShown;
  return visible(text.length > characters ? `${text.slice(0, characters)}…` : text);
}

function dialogOf(file: LintFile): RdpFileView['dialog'] {
  const boxes = sharings.flatMap(({ kind, box }) =>
    askingFor(file, kind)
      .slice(0, 1)
      .map(({ line }) => ({ box, line })),
  );
  return { isSigned: isSigned(file), boxes };
}
