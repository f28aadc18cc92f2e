import { assert, property, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Check, defineCheck } from '../../../shared/preflight/check';
import type { CheckId } from '../../../shared/preflight/check-id';
import { type Fact, factSchemas, type Gathered } from '../../../shared/preflight/fact';
import { judgeChecks } from '../../../shared/preflight/judge';
import { checks as everyCheck } from '../../../shared/preflight/registry';
import { fail, pass, skip, unknown, type Verdict, warn } from '../../../shared/preflight/verdict';
import {
  aDevice,
  aLoginExtension,
  anAccount,
  aPc,
  aVm,
  circumstances,
  gatheredFrom,
  tenantId,
} from './builders';

const source = { url: 'https://example.org', asOf: '2026-11-22' };

/** A check that needs `cloud` and says what it is told to. */
function saying(id: CheckId, verdict: Verdict, rest: Partial<Check> = {}): Check {
  return defineCheck({
    id,
    title: id,
    routes: ['web-account', 'password'],
    source,
    needs: ['cloud'],
    judge: () => verdict,
    ...rest,
  });
}

const gathered: Gathered = { cloud: { value: 'global' } };
const judge = (...checks: Check[]) => judgeChecks(checks, gathered, circumstances);
const first = 'vm-runs-windows';
const second = 'vm-is-running';
const third = 'vm-agent-is-ready';

describe('a check that stands on another', () => {
  it.each<[string, Verdict, 'skip' | 'pass']>([
    ['a failure', fail('It is off.', []), 'skip'],
    ['a look that was not had', unknown('It was hidden.'), 'skip'],
    ['a warning', warn('It is old.', []), 'pass'],
    ['something that does not apply', skip('It is not there.'), 'pass'],
    ['a success', pass('It is on.'), 'pass'],
  ])('depending on it, after %s', (_, verdict, status) => {
    const [, result] = judge(saying(first, verdict), saying(second, pass('Fine.'), { dependsOn: [first] }));
    expect(result?.status).toBe(status);
  });

  it('halted by it, is only halted by its failure', () => {
    const halted = saying(second, pass('Fine.'), { haltedBy: [first] });
    expect(judge(saying(first, unknown('It was hidden.')), halted)[1]?.status).toBe('pass');
    expect(judge(saying(first, fail('It is off.', [])), halted)[1]).toMatchObject({
      status: 'skip',
      because: 'because It is off.',
      blockedBy: first,
    });
  });

  it('names the first cause of a chain once', () => {
    const results = judge(
      saying(first, fail('It is off.', [])),
      saying(second, pass('Fine.'), { dependsOn: [first] }),
      saying(third, pass('Fine.'), { dependsOn: [second] }),
    );
    expect(results[2]).toMatchObject({ status: 'skip', because: 'because It is off.', blockedBy: first });
  });

  it('is judged where the other was not asked for', () => {
    expect(judge(saying(second, pass('Fine.'), { dependsOn: [first] }))[0]?.status).toBe('pass');
  });

  it('waits while the other is not settled', () => {
    const waiting = saying(first, pass('Fine.'), { needs: ['vm'] });
    expect(judge(waiting, saying(second, pass('Fine.'), { haltedBy: [first] }))).toEqual([]);
  });
});

describe('a fact that could not be gathered', () => {
  const needsVm = saying(first, pass('Fine.'), { needs: ['vm'] });

  it('makes its checks unknown, with the permission that was missing', () => {
    const problem = { code: 'access-denied', message: 'Azure denied it.', missing: 'Reader' } as const;
    expect(judgeChecks([needsVm], { vm: { problem } }, circumstances)[0]).toMatchObject({
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader',
    });
  });

  it('makes them skip where this system has no such thing', () => {
    const problem = { code: 'not-here', message: 'There is no registry here.', missing: null } as const;
    const [result] = judgeChecks([needsVm], { vm: { problem } }, circumstances);
    expect(result).toMatchObject({ status: 'skip', because: 'There is no registry here.' });
    expect(result).not.toHaveProperty('blockedBy');
  });

  it('does no harm where it was only wanted', () => {
    const wanting = saying(first, pass('Fine.'), { wants: ['vm'] });
    const problem = { code: 'timed-out', message: 'Too slow.', missing: null } as const;
    expect(judgeChecks([wanting], { ...gathered, vm: { problem } }, circumstances)[0]?.status).toBe('pass');
    expect(judge(wanting)).toEqual([]);
  });
});

it('takes the worst of its routes for the status of a check', () => {
  const [result] = judge(saying(first, warn('Half.', [], { password: 'fail' })));
  expect(result).toMatchObject({ status: 'fail', routes: { 'web-account': 'warn', password: 'fail' } });
});

it('never changes a verdict once given, in whatever order facts arrive', () => {
  const all = gatheredFrom({
    cloud: 'global',
    account: anAccount(),
    vm: aVm({}, { powerState: 'deallocated' }),
    subscription: { id: 's', name: 'Production', tenantId },
    vmExtensions: [aLoginExtension()],
    vmDevices: [aDevice()],
    namesakeDevices: [aDevice()],
    permissions: [],
    thisPc: aPc({ build: 19045, revision: 1 }),
  });
  const final = new Map(judgeChecks(everyCheck, all, circumstances).map((result) => [result.id, result]));
  expect(final.size).toBe(everyCheck.length);

  const facts = Object.keys(factSchemas) as Fact[];
  assert(
    property(subarray(facts), (arrived) => {
      const partly = Object.fromEntries(arrived.map((fact) => [fact, all[fact]])) as Gathered;
      for (const result of judgeChecks(everyCheck, partly, circumstances)) {
        expect(result).toEqual(final.get(result.id));
      }
    }),
    { numRuns: 200 },
  );
});
