import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Profile } from '../../../shared/profiles/profile';
import {
  layersFor,
  levelOrder,
  matches,
  outsideAzure,
  resolveSettings,
  routeOf,
  type VmScope,
} from '../../../shared/profiles/resolve';
import { type AppliesTo, Template } from '../../../shared/profiles/template';

const tenantId = '11111111-1111-4111-8111-11111111111a';
const subscriptionId = '22222222-2222-4222-8222-22222222222b';
const scope: VmScope = {
  tenantId,
  subscriptionId,
  resourceGroup: 'rg-Finance',
  tags: { Department: 'finance', tier: 'web' },
};

const everywhere: Readonly<Record<AppliesTo['level'], AppliesTo>> = {
  organisation: { level: 'organisation' },
  tenant: { level: 'tenant', tenantId },
  subscription: { level: 'subscription', subscriptionId },
  'resource-group': { level: 'resource-group', subscriptionId, resourceGroup: 'rg-finance' },
  tag: { level: 'tag', tag: 'department', value: 'finance' },
  named: { level: 'named' },
};

function template(id: string, appliesTo: AppliesTo, more: object = {}): Template {
  return Template.parse({ version: 1, kind: 'template', id, name: id, appliesTo, ...more });
}

function profile(more: object = {}): Profile {
  return Profile.parse({ version: 1, kind: 'profile', id: 'web-01', name: 'Web 1', ...more });
}

function idsFor(
  templates: readonly Template[],
  where: VmScope = scope,
  options: Parameters<typeof layersFor>[2] = {},
): string[] {
  const { layers, problem } = layersFor(where, templates, options);
  if (problem) throw new Error(problem.kind);
  return layers.map(({ origin }) => ('id' in origin ? origin.id : origin.kind));
}

describe('whom a template is for', () => {
  it.each<[string, AppliesTo, boolean]>([
    ['everybody', everywhere.organisation, true],
    ['its tenant, in any letter case', { level: 'tenant', tenantId: tenantId.toUpperCase() }, true],
    ['another tenant', { level: 'tenant', tenantId: subscriptionId }, false],
    ['its subscription', everywhere.subscription, true],
    ['another subscription', { level: 'subscription', subscriptionId: tenantId }, false],
    ['its resource group, in any letter case', everywhere['resource-group'], true],
    [
      'a resource group of that name in another subscription',
      { level: 'resource-group', subscriptionId: tenantId, resourceGroup: 'rg-finance' },
      false,
    ],
    ['a tag, its name in any letter case', everywhere.tag, true],
    [
      'a tag with a value in another letter case',
      { level: 'tag', tag: 'Department', value: 'Finance' },
      false,
    ],
    ['a tag with any value', { level: 'tag', tag: 'DEPARTMENT', value: null }, true],
    ['a tag it does not have', { level: 'tag', tag: 'owner', value: null }, false],
    ['who chooses it', everywhere.named, false],
  ])('%s', (_, appliesTo, expected) => {
    expect(matches(appliesTo, scope)).toBe(expected);
  });

  it('is the organisation alone for a VM outside Azure', () => {
    const templates = levelOrder.map((level) => template(level, everywhere[level]));
    expect(idsFor(templates, outsideAzure)).toEqual(['organisation']);
  });
});

describe('layers', () => {
  const templates = levelOrder.map((level) => template(level, everywhere[level]));

  it('stand from the widest to the narrowest, whatever the order of files', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(templates, { minLength: templates.length }), (shuffled) => {
        expect(idsFor(shuffled, scope, { chosen: 'named', profile: profile() })).toEqual([
          'organisation',
          'tenant',
          'subscription',
          'resource-group',
          'tag',
          'named',
          'web-01',
        ]);
      }),
    );
  });

  it('of one level stand by tag, name and id', () => {
    const tags = [
      template('b', { level: 'tag', tag: 'tier', value: 'web' }, { name: 'A' }),
      template('a', { level: 'tag', tag: 'Department', value: null }, { name: 'Z' }),
      template('d', { level: 'tag', tag: 'department', value: 'finance' }, { name: 'B' }),
      template('c', { level: 'tag', tag: 'DEPARTMENT', value: 'finance' }, { name: 'B' }),
    ];
    expect(idsFor(tags)).toEqual(['c', 'd', 'a', 'b']);
    expect(idsFor(tags.toReversed())).toEqual(['c', 'd', 'a', 'b']);
  });

  it('of a named template come after those it inherits, and each once', () => {
    const chain = [
      template('grand', everywhere.organisation),
      template('parent', everywhere.named, { inherits: 'grand' }),
      template('child', everywhere.named, { inherits: 'parent' }),
      template('wide', everywhere.tenant),
    ];
    expect(idsFor(chain, scope, { profile: profile({ template: 'child' }) })).toEqual([
      'wide',
      'grand',
      'parent',
      'child',
      'web-01',
    ]);
  });

  it('are those of the template chosen in place of the profile’s own', () => {
    const named = [template('one', everywhere.named), template('two', everywhere.named)];
    const mine = profile({ template: 'one' });
    expect(idsFor(named, scope, { profile: mine, chosen: 'two' })).toEqual(['two', 'web-01']);
    expect(idsFor(named, scope, { profile: mine, chosen: null })).toEqual(['one', 'web-01']);
  });

  it('cannot be laid where a template is missing', () => {
    const named = [template('child', everywhere.named, { inherits: 'gone' })];
    expect(layersFor(scope, named, { chosen: 'nobody' }).problem).toEqual({
      kind: 'no-such-template',
      id: 'nobody',
      wantedBy: null,
    });
    expect(layersFor(scope, named, { chosen: 'child' }).problem).toEqual({
      kind: 'no-such-template',
      id: 'gone',
      wantedBy: 'child',
    });
  });

  it.each([1, 2, 5])('cannot be laid in a ring of %d', (length) => {
    const ring = Array.from({ length }, (_, index) =>
      template(`t${index}`, everywhere.named, { inherits: `t${(index + 1) % length}` }),
    );
    for (const { id } of ring) {
      const { problem } = layersFor(scope, ring, { chosen: id });
      expect(problem?.kind).toBe('inherits-itself');
      expect(problem?.kind === 'inherits-itself' && problem.ids.toSorted()).toEqual(
        ring.map((one) => one.id),
      );
    }
  });
});

describe('a setting', () => {
  const value = fc.integer({ min: 0, max: 9 }).map(String);
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const origins = [
    { kind: 'template', id: 'wide', name: 'Wide', level: 'organisation' },
    { kind: 'template', id: 'narrow', name: 'Narrow', level: 'tag' },
    { kind: 'profile', id: 'web-01', name: 'Web 1' },
    { kind: 'given' },
  ] as const;

  it('has the value of the last layer that says it, and knows what it stands in place of', () => {
    const layer = fc.uniqueArray(fc.record({ name, type: fc.constant('i' as const), value }), {
      selector: (setting) => setting.name,
    });
    const layers = fc.tuple(layer, layer, layer, layer);
    fc.assert(
      fc.property(layer, layers, (base, laid) => {
        const product = { kind: 'product' } as const;
        const resolved = resolveSettings(
          base.map((setting) => ({ ...setting, origin: product, instead: [] })),
          laid.map((settings, index) => ({ origin: origins[index] ?? product, settings, route: null })),
        );
        const all = [...base.map((setting) => ({ ...setting, origin: product as object }))].concat(
          laid.flatMap((settings, index) =>
            settings.map((setting) => ({ ...setting, origin: origins[index] ?? product })),
          ),
        );
        for (const setting of resolved) {
          const said = all.filter((one) => one.name === setting.name).toReversed();
          expect([setting, ...setting.instead].map((one) => [one.value, one.origin])).toEqual(
            said.map((one) => [one.value, one.origin]),
          );
        }
        expect(new Set(resolved.map((one) => one.name))).toEqual(new Set(all.map((one) => one.name)));
        expect(resolved.slice(0, base.length).map((one) => one.name)).toEqual(base.map((one) => one.name));
      }),
    );
  });
});

describe('the route', () => {
  it('is that of the narrowest layer that has one', () => {
    const templates = [
      template('wide', everywhere.organisation, { route: 'password' }),
      template('narrow', everywhere.tag, { route: 'web-account' }),
      template('silent', { level: 'tag', tag: 'tier', value: null }),
    ];
    const { layers } = layersFor(scope, templates, { profile: profile() });
    expect(routeOf(layers ?? [])).toMatchObject({ route: 'web-account', origin: { id: 'narrow' } });
    expect(routeOf([])).toBeNull();
  });
});
