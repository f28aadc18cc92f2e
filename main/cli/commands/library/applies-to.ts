import { AppError } from '../../../../shared/errors/app-error';
import { AppliesTo } from '../../../../shared/profiles/template';
import type { OptionValues } from '../../command';

const needed = {
  organisation: [],
  tenant: ['tenant-id'],
  subscription: ['subscription'],
  'resource-group': ['subscription', 'resource-group'],
  tag: ['tag'],
  named: [],
} as const satisfies Record<AppliesTo['level'], readonly string[]>;
const places = ['tenant-id', 'subscription', 'resource-group', 'tag'] as const;

/**
 * Whom the options say a template is for; undefined where they say nothing.
 *
 * @throws AppError `invalid-request` for options that do not belong together, or an id that is none.
 */
export function appliesToIn(options: OptionValues): AppliesTo | undefined {
  const level = options.text('level') as AppliesTo['level'] | undefined;
  const given = places.filter((place) => options.text(place) !== undefined);
  if (level === undefined) {
    if (given.length === 0) return undefined;
    throw refused(`--${given[0]} says where, and --level whom it is for: give both`);
  }
  const wanted: readonly string[] = needed[level];
  const missing = wanted.filter((place) => !given.some((one) => one === place));
  if (missing.length > 0) throw refused(`--level ${level} needs --${missing.join(' and --')}`);
  const extra = given.filter((place) => !wanted.includes(place));
  if (extra.length > 0) throw refused(`--level ${level} has no use for --${extra.join(' and --')}`);

  const [tag, ...value] = (options.text('tag') ?? '').split('=');
  const { data, error } = AppliesTo.safeParse({
    level,
    ...(wanted.includes('tenant-id') && { tenantId: options.text('tenant-id') }),
    ...(wanted.includes('subscription') && { subscriptionId: options.text('subscription') }),
    ...(wanted.includes('resource-group') && { resourceGroup: options.text('resource-group') }),
    ...(level === 'tag' && { tag, value: value.length > 0 ? value.join('=') : null }),
  });
  if (data) return data;
  const [issue] = error.issues;
  throw refused(
    `${issue?.path.join('.') ?? 'a value'} of --level ${level} is not right: ${issue?.message ?? ''}`,
  );
}

function refused(why: string): AppError {
  return new AppError('invalid-request', `Nothing was changed: ${why}.`);
}
