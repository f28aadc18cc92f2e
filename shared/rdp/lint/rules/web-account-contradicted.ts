import { shown } from '../../shown';
import { isAskedFor, isOn, mayBe } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const webAccountContradicted: LintRule = {
  id: 'web-account-contradicted',
  title: 'Lines that work against the web account',

  look(file) {
    if (!isAskedFor(file, 'enablerdsaadauth')) return [];
    const { all } = file;
    return [
      ...all('username')
        .filter(({ value }) => /\\/.test(value))
        .map((setting) =>
          observed(
            'low',
            setting,
            `“username” is ${shown(setting.value)}: a web account is user@domain.com.`,
          ),
        ),
      ...all('domain')
        .filter(({ value }) => value.trim() !== '')
        .map((setting) => observed('low', setting, '“domain” is set, and a web account has none.')),
      ...all('prompt for credentials')
        .filter(isOn)
        .map((setting) =>
          observed(
            'low',
            setting,
            '“prompt for credentials” is on, and a web account has no password to ask for.',
          ),
        ),
      ...all('targetisaadjoined')
        .filter(isOn)
        .map((setting) =>
          observed('low', setting, '“targetisaadjoined” steers to a password; enablerdsaadauth replaces it.'),
        ),
      ...all('negotiate security layer')
        .filter((setting) => mayBe(setting, 0))
        .map((setting) =>
          observed(
            'medium',
            setting,
            '“negotiate security layer” is 0, which leaves no room for the web account.',
          ),
        ),
      ...all('allowed security protocols')
        .filter(({ value }) => value.trim() !== '' && !/\*|RDS AAD Auth/i.test(value))
        .map((setting) =>
          observed(
            'medium',
            setting,
            `“allowed security protocols” is ${shown(setting.value)}, without “RDS AAD Auth”: the web account is ruled out.`,
          ),
        ),
    ];
  },
};
