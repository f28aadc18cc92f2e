import type { PcPolicies } from '../../client-pc/this-pc';
import { propertyNamed } from '../catalogue';
import type { RdpDocument } from '../parse';
import type { RdpSetting } from '../setting';
import { readingsOf } from './readings';

export interface FoundSetting extends RdpSetting {
  /** 1-based. */
  readonly line: number;
}

/** What a rule looks at. */
export interface LintFile {
  readonly document: RdpDocument;
  readonly settings: readonly FoundSetting[];
  /** Policies of the PC that would open the file, where they are known. */
  readonly policies: PcPolicies | null;
  /** Every line of that name; those of a wrong type are left out, as they have no effect. */
  all(name: string): readonly FoundSetting[];
}

export function lintFileOf(document: RdpDocument, policies: PcPolicies | null = null): LintFile {
  const settings = document.lines.flatMap(({ setting, number }) =>
    setting ? [{ ...setting, line: number }] : [],
  );
  const byName = new Map<string, FoundSetting[]>();
  for (const setting of settings) {
    const type = propertyNamed(setting.name)?.type;
    if (type !== undefined && type !== setting.type) continue;
    const same = byName.get(setting.name);
    if (same) same.push(setting);
    else byName.set(setting.name, [setting]);
  }
  return { document, settings, policies, all: (name) => byName.get(name) ?? [] };
}

/** Whether some client reads a number other than 0. */
export function isOn({ value }: RdpSetting): boolean {
  return readingsOf(value).some((number) => number !== 0);
}

/** Whether some client reads this number. */
export function mayBe({ value }: RdpSetting, number: number): boolean {
  return readingsOf(value).includes(number);
}

/** Whether it turns something on or names something, for some client. */
export function saysSomething(setting: RdpSetting): boolean {
  return setting.type === 'i' ? isOn(setting) : setting.value.trim() !== '';
}

/** Whether some line turns it on. */
export function isAskedFor(file: LintFile, name: string): boolean {
  return file.all(name).some(saysSomething);
}

export function isSigned({ all }: Pick<LintFile, 'all'>): boolean {
  return all('signature').some(({ value }) => value.trim() !== '');
}

/** `/cert:ignore`, but not `// a note`. */
export function isOption(text: string): boolean {
  return /^\/(?!\/)/.test(text);
}
