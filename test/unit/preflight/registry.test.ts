import { expect, it } from 'vitest';
import { CheckId } from '../../../shared/preflight/check-id';
import { checks } from '../../../shared/preflight/registry';

it('has every check once, in the order it is read', () => {
  expect(checks.map(({ id }) => id)).toEqual(CheckId.options);
});

it.each(checks.map((check) => [check.id, check] as const))(
  '%s stands on earlier checks only',
  (id, check) => {
    const earlier = CheckId.options.slice(0, CheckId.options.indexOf(id));
    for (const foundation of [...(check.dependsOn ?? []), ...(check.haltedBy ?? [])]) {
      expect(earlier).toContain(foundation);
    }
  },
);

it.each(checks.map((check) => [check.id, check] as const))(
  '%s says where its rule is written, and when',
  (_, check) => {
    expect(check.source.url).toMatch(/^https:\/\//);
    expect(check.source.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
  },
);
