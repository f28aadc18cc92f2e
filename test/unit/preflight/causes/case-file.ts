import type { CaseFile, Cause } from '../../../../shared/preflight/cause';
import { judgeChecks } from '../../../../shared/preflight/judge';
import { checks } from '../../../../shared/preflight/registry';
import { anAccount, circumstances, gatheredFrom, type Known } from '../builders';

/** What one pattern says of facts, judged by the real checks. */
export function sentenceOf(cause: Cause, known: Known): string | null {
  const gathered = gatheredFrom({ cloud: 'global', account: anAccount(), ...known });
  const results = new Map(judgeChecks(checks, gathered, circumstances).map((result) => [result.id, result]));
  const file: CaseFile = {
    results,
    gathered,
    now: circumstances.now,
    failed: (id) => results.get(id)?.status === 'fail',
  };
  return cause.sentenceFor(file);
}
