import { isSigned } from '../lint-file';
import { type LintRule, observed } from '../rule';

// Version 1.1 and kind 1 in little endian, as base64: every signature starts so.
const header = 'AQABAAEAAA';

export const signatureMalformed: LintRule = {
  id: 'signature-malformed',
  title: 'A signature that cannot be checked',

  look(file) {
    const scopes = file.all('signscope').filter(({ value }) => value.trim() !== '');
    const [scope] = scopes;
    if (!isSigned(file)) {
      return scopes.map((setting) =>
        observed('medium', setting, '“signscope” says what is signed, and there is no signature.'),
      );
    }
    const present = new Set(file.settings.map(({ name }) => name));
    const missing = namesIn(scope?.value ?? '').filter((name) => !present.has(name.toLowerCase()));
    return [
      ...file.all('signature').flatMap((setting) => {
        const problem = problemOf(setting.value, scope !== undefined);
        return problem === null ? [] : [observed('medium', setting, problem)];
      }),
      ...(scope && missing.length > 0
        ? [
            observed(
              'medium',
              scope,
              `The signature covers lines that are not there any more: ${missing.join(', ')}. It is broken.`,
            ),
          ]
        : []),
    ];
  },
};

function problemOf(value: string, hasScope: boolean): string | null {
  const plain = value.replace(/\s/g, '');
  if (!hasScope) return 'There is a signature, and no “signscope” that says what it covers.';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(plain)) return 'The signature is not base64.';
  return plain.startsWith(header) ? null : 'The signature does not start as those of .rdp files do.';
}

export function namesIn(scope: string): string[] {
  return scope
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
