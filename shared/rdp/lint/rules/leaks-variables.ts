import { shown } from '../../shown';
import { mayBe } from '../lint-file';
import { type LintRule, observed } from '../rule';

const pairs = [
  ['remoteapplicationcmdline', 'remoteapplicationexpandcmdline'],
  ['shell working directory', 'remoteapplicationexpandworkingdir'],
] as const;

export const leaksVariables: LintRule = {
  id: 'leaks-variables',
  title: 'Sends values of this PC to the server',

  look({ all }) {
    return pairs.flatMap(([text, expand]) => {
      if (!all(expand).some((setting) => mayBe(setting, 0))) return [];
      return all(text)
        .filter(({ value }) => /%[^%\s]+%/.test(value))
        .map((setting) =>
          observed(
            'high',
            setting,
            `“${text}” is ${shown(setting.value)}, and “${expand}” is 0: the variables are filled in with this PC's values and sent to the server.`,
          ),
        );
    });
  },
};
