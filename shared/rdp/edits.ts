import { AppError } from '../errors/app-error';
import { faultOf, propertyNamed } from './catalogue';
import { linesNamed, removeSetting, setSetting } from './edit';
import { type RdpDocument, settingIn } from './parse';
import type { RdpSetting } from './setting';

export interface Edits {
  readonly set: readonly RdpSetting[];
  /** Names of settings to take out. */
  readonly remove: readonly string[];
}

export interface Edited {
  readonly document: RdpDocument;
  /** `removed`: an edit would have broken it, so both of its lines went. */
  readonly signature: 'none' | 'kept' | 'removed';
}

/**
 * Carries out edits in order, removals last. A signature stays where it covers none of what was changed.
 *
 * @throws AppError `invalid-request` where an edit cannot be written.
 */
export function applyEdits(document: RdpDocument, { set, remove }: Edits): Edited {
  const changed = set.filter(({ name, type, value }) => {
    const [only, ...others] = linesNamed(document, name);
    return others.length > 0 || only?.setting?.type !== type || only.setting.value !== value;
  });
  const touched = [
    ...changed.map(({ name }) => name),
    ...remove.filter((name) => linesNamed(document, name).length),
  ];
  const edited = remove.reduce(removeSetting, changed.reduce(setSetting, document));
  if (linesNamed(document, 'signature').length === 0) return { document: edited, signature: 'none' };
  if (!touched.some((name) => isSigned(document, name))) return { document: edited, signature: 'kept' };
  return { document: ['signscope', 'signature'].reduce(removeSetting, edited), signature: 'removed' };
}

function isSigned(document: RdpDocument, name: string): boolean {
  const wanted = name.trim().toLowerCase();
  const scopes = linesNamed(document, 'signscope').flatMap(({ setting }) => setting?.value.split(',') ?? []);
  return ['signscope', 'signature', ...scopes.map((part) => part.trim().toLowerCase())].includes(wanted);
}

/**
 * A setting as a person writes it, `name:type:value`, held to the catalogue. Settings nobody knows are
 * let through: other programs keep their own in .rdp files.
 *
 * @throws AppError `invalid-request` for what is no setting, or none of its values.
 */
export function settingFrom(text: string): RdpSetting {
  const setting = settingIn(text);
  if (!setting) {
    throw new AppError(
      'invalid-request',
      `“${text}” is not a setting. Write name:type:value, with the type i for a number or s for text: "full address:s:web-01".`,
    );
  }
  const fault = faultOf(setting);
  if (fault) throw new AppError('invalid-request', `“${text}” was not set: ${fault}.`);
  return setting;
}

export function isKnown({ name }: RdpSetting): boolean {
  return propertyNamed(name) !== undefined;
}
