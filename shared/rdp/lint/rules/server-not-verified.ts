import { mayBe } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const serverNotVerified: LintRule = {
  id: 'server-not-verified',
  title: 'Connects to a server that cannot prove what it is',

  look({ all }) {
    return all('authentication level').flatMap((setting) => {
      if (mayBe(setting, 0)) {
        return [
          observed(
            'high',
            setting,
            '“authentication level” is 0: somebody in the middle is connected to without a warning.',
          ),
        ];
      }
      return mayBe(setting, 3)
        ? [observed('medium', setting, '“authentication level” is 3, which asks nothing of the server.')]
        : [];
    });
  },
};
