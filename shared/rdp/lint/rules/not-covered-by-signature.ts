import { propertyNamed } from '../../catalogue';
import { type FoundSetting, isSigned, saysSomething } from '../lint-file';
import { type LintRule, observed } from '../rule';
import { namesIn } from './signature-malformed';

export const notCoveredBySignature: LintRule = {
  id: 'not-covered-by-signature',
  title: 'Lines the signature does not cover',

  look(file) {
    if (!isSigned(file)) return [];
    const covered = new Set(
      file.all('signscope').flatMap(({ value }) => namesIn(value).map((name) => name.toLowerCase())),
    );
    return file.settings
      .filter((setting) => !covered.has(setting.name) && matters(setting))
      .map((setting) =>
        observed(
          'medium',
          setting,
          `The signature does not cover “${setting.name}”: anybody may have changed it since.`,
        ),
      );
  },
};

function matters(setting: FoundSetting): boolean {
  const property = propertyNamed(setting.name);
  if (!property || property.name === 'signscope' || property.name === 'signature') return false;
  return (
    saysSomething(setting) &&
    (property.risk === 'high' || property.risk === 'medium' || property.name === 'username')
  );
}
