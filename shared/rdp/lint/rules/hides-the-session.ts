import { shown } from '../../shown';
import { mayBe } from '../lint-file';
import { type LintRule, observed } from '../rule';

// No set of displays reaches as far; Windows itself parks minimised windows at -32000.
const farAway = 16_000;

export const hidesTheSession: LintRule = {
  id: 'hides-the-session',
  title: 'Hides that it is a remote session',

  look({ all }) {
    const isFullScreen = !all('screen mode id').some((setting) => mayBe(setting, 1));
    return [
      ...all('displayconnectionbar')
        .filter((setting) => isFullScreen && mayBe(setting, 0))
        .map((setting) =>
          observed(
            'medium',
            setting,
            '“displayconnectionbar” is 0 in full screen: nothing tells the session from your own desktop.',
          ),
        ),
      ...all('winposstr')
        .filter(({ value }) => isOffScreen(value))
        .map((setting) =>
          observed(
            'medium',
            setting,
            `“winposstr” is ${shown(setting.value)}: the window opens out of sight.`,
          ),
        ),
    ];
  },
};

function isOffScreen(value: string): boolean {
  const [, , left = 0, top = 0] = value.split(',').map(Number);
  return Math.abs(left) > farAway || Math.abs(top) > farAway;
}
