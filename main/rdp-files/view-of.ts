import { basename, isAbsolute } from 'node:path';
import type { PcPolicies } from '../../shared/client-pc/this-pc';
import { connectionIn } from '../../shared/rdp/connection';
import { type DescribedSetting, describeRdp } from '../../shared/rdp/describe';
import { lintRdp } from '../../shared/rdp/lint/lint';
import { isSigned, type LintFile, lintFileOf } from '../../shared/rdp/lint/lint-file';
import { askingFor, sharings } from '../../shared/rdp/lint/sharing';
import { type RdpDocument, type RdpLine, settingsIn } from '../../shared/rdp/parse';
import {
  mostShown,
  type RdpFileView,
  type ShownLine,
  type ShownSetting,
} from '../../shared/rdp/rdp-file-view';
import { visible } from '../../shared/rdp/shown';
import type { Verification } from '../../shared/rdp/signature/verification';
import { rootsFrom } from './signing/given-roots';
import { verifyRdp } from './signing/verify';

/**
 * Everything the window shows of an .rdp file.
 *
 * @param place its path, or the name of one that was dropped.
 * @param policies those of this PC, where they could be read.
 */
export async function viewOf(
  id: string,
  document: RdpDocument,
  place: string,
  policies: PcPolicies | null,
): Promise<RdpFileView> {
  const described = describeRdp(document);
  const settings = new Map(described.settings.map((setting) => [setting.line, setting]));
  // What Windows will ask is told as the dialog it is, and not once more as findings.
  const findings = lintRdp(document, policies).filter(({ rule }) => rule !== 'opening-dialog');
  const leadsTo = connectionIn(settingsIn(document));
  return {
    id,
    name: basename(place),
    path: isAbsolute(place) ? place : null,
    encoding: described.encoding,
    lineCount: described.lines,
    lines: document.lines.slice(0, mostShown.lines).map((line) => shownLine(line, settings.get(line.number))),
    leadsTo: leadsTo && { host: cut(leadsTo.host), username: leadsTo.username && cut(leadsTo.username) },
    dialog: dialogOf(lintFileOf(document, policies)),
    findingCount: findings.length,
    findings: findings.slice(0, mostShown.findings),
    verification: await verificationOf(document),
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

async function verificationOf(document: RdpDocument): Promise<Verification | null> {
  const verification = verifyRdp(document, await rootsFrom([]));
  return verification.signed ? verification : null;
}
