import { mayBe } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const nlaOff: LintRule = {
  id: 'nla-off',
  title: 'Network Level Authentication is off',

  look({ all }) {
    return all('enablecredsspsupport')
      .filter((setting) => mayBe(setting, 0))
      .map((setting) =>
        observed(
          'high',
          setting,
          '“enablecredsspsupport” is 0: any server can show a sign-in screen of its own and read what is typed.',
        ),
      );
  },
};
