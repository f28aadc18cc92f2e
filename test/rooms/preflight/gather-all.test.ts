import { describe, expect, it } from 'vitest';
import { gatherAll } from '../../../main/preflight/gather-all';
import { defineGatherer, type Gatherer, type World } from '../../../main/preflight/gatherer';
import { gatherers } from '../../../main/preflight/gatherers';
import { AppError } from '../../../shared/errors/app-error';
import { type Fact, factSchemas, type Gathered } from '../../../shared/preflight/fact';

const worldWith = (signal: AbortSignal = new AbortController().signal) =>
  ({ question: { vmId: null, hostName: 'web-01', address: null, port: 3389 }, signal }) as World;

const cloud = defineGatherer({ fact: 'cloud', gather: () => Promise.resolve('global') });
const noBug = (error: unknown): void => {
  throw error;
};
const gather = (list: readonly Gatherer[], logBug: (error: unknown, fact: Fact) => void = noBug) =>
  gatherAll(list, worldWith(), { logBug }).then(({ gathered }) => gathered);

it('has exactly one gatherer for every fact', () => {
  const facts = gatherers.map(({ fact }) => fact);
  expect(facts.toSorted()).toEqual(Object.keys(factSchemas).toSorted());
});

it('has no circle of facts that wait for one another', () => {
  const known = new Set<Fact>();
  const waitsFor = (gatherer: Gatherer) => [...(gatherer.needs ?? []), ...(gatherer.wants ?? [])];
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const gatherer of gatherers) {
      if (waitsFor(gatherer).every((fact) => known.has(fact))) known.add(gatherer.fact);
    }
  }
  expect(known.size).toBe(gatherers.length);
});

it('asks each fact once, however many need it', async () => {
  let asked = 0;
  const once = defineGatherer({
    fact: 'cloud',
    gather: () => {
      asked += 1;
      return Promise.resolve('global');
    },
  });
  const needing = (fact: 'perUserMfa' | 'passwordSignIn', value: unknown) =>
    ({ fact, needs: ['cloud'], gather: () => Promise.resolve(value) }) as unknown as Gatherer;
  await gather([needing('perUserMfa', 'disabled'), once, needing('passwordSignIn', { lastAt: null })]);
  expect(asked).toBe(1);
});

describe('a fact that is', () => {
  const refused = (code: AppError['code'], missing?: string) =>
    defineGatherer({
      fact: 'cloud',
      gather: () => Promise.reject(new AppError(code, 'It was refused.', missing ? { missing } : {})),
    });

  it('needed and missing is the problem of the one that needs it', async () => {
    const perUserMfa = defineGatherer({
      fact: 'perUserMfa',
      needs: ['cloud'],
      gather: () => Promise.resolve('disabled'),
    });
    const found = await gather([refused('access-denied', 'Reader'), perUserMfa]);
    const problem = { code: 'access-denied', message: 'It was refused.', missing: 'Reader' };
    expect(found).toEqual({ cloud: { problem }, perUserMfa: { problem } });
  });

  it('wanted and missing is gone without', async () => {
    const perUserMfa = defineGatherer({
      fact: 'perUserMfa',
      wants: ['cloud'],
      gather: (_, known) => Promise.resolve(known.cloud === undefined ? 'disabled' : 'enforced'),
    });
    expect(await gather([refused('unreachable'), perUserMfa])).toMatchObject({
      perUserMfa: { value: 'disabled' },
    });
    expect(await gather([cloud, perUserMfa])).toMatchObject({ perUserMfa: { value: 'enforced' } });
  });

  it.each([
    ['sign-in-required', 'sign-in-required'],
    ['not-found', 'not-found'],
    ['timed-out', 'timed-out'],
    ['not-asked', 'not-asked'],
    ['not-here', 'not-here'],
    ['unreadable', 'unexpected'],
    ['disk-full', 'unexpected'],
  ] as const)('refused as %s has the problem %s', async (code, expected) => {
    expect(await gather([refused(code)])).toEqual({
      cloud: { problem: { code: expected, message: 'It was refused.', missing: null } },
    });
  });

  it('lost to a bug says so without its text, and logs it whole', async () => {
    const bug = new TypeError('cannot read properties of undefined');
    const logged: unknown[] = [];
    const broken = defineGatherer({
      fact: 'cloud',
      gather: () => {
        throw bug;
      },
    });
    const found = await gather([broken], (error, fact) => logged.push(error, fact));
    expect(found).toMatchObject({ cloud: { problem: { code: 'unexpected' } } });
    expect(JSON.stringify(found)).not.toContain('undefined');
    expect(logged).toEqual([bug, 'cloud']);
  });
});

it('tells after each fact what is known so far', async () => {
  const seen: Gathered[] = [];
  const perUserMfa = defineGatherer({
    fact: 'perUserMfa',
    needs: ['cloud'],
    gather: () => Promise.resolve('disabled'),
  });
  await gatherAll([perUserMfa, cloud], worldWith(), { onFound: (soFar) => seen.push(soFar), logBug: noBug });
  expect(seen).toEqual([
    { cloud: { value: 'global' } },
    { cloud: { value: 'global' }, perUserMfa: { value: 'disabled' } },
  ]);
});

it('gives up everything that is open when it is cancelled', async () => {
  const controller = new AbortController();
  const never = defineGatherer({
    fact: 'perUserMfa',
    gather: () => {
      queueMicrotask(() => controller.abort());
      return new Promise<never>(() => undefined);
    },
  });
  const { gathered: found } = await gatherAll([never, cloud], worldWith(controller.signal), {
    logBug: noBug,
  });
  expect(found).toMatchObject({ perUserMfa: { problem: { code: 'cancelled' } } });
});
