import { mayBe } from '../lint-file';
import { type LintRule, observed } from '../rule';

const pairs = [
  ['redirectposdevices', 'redirectcomports', 'shares serial and parallel ports'],
  ['bandwidthautodetect', 'networkautodetect', 'turns network detection on'],
] as const;

export const pairIncomplete: LintRule = {
  id: 'pair-incomplete',
  title: 'A line that means the opposite without its partner',

  look({ all }) {
    return pairs.flatMap(([alone, partner, what]) =>
      all(partner).length > 0
        ? []
        : all(alone)
            .filter((setting) => mayBe(setting, 0))
            .map((setting) =>
              observed('low', setting, `“${alone}” is 0 without a “${partner}” line: FreeRDP then ${what}.`),
            ),
    );
  },
};
