import type { VmId } from '../azure/virtual-machine';
import type { Cause } from './cause';
import type { Check, Circumstances } from './check';
import type { Gathered } from './fact';
import { judgeChecks } from './judge';
import type { CheckResult, Report, RouteState } from './report';
import { routeNames } from './route';
import { recommendedRoute, routeStates } from './routes';

/** What a pre-flight is about, before anything was found out. */
export interface Subject {
  readonly vmId: VmId | null;
  readonly name: string;
}

/** All verdicts of one run, the routes they leave open, and the sentence to say first. */
export function assembleReport(
  subject: Subject,
  checks: readonly Check[],
  causes: readonly Cause[],
  gathered: Gathered,
  circumstances: Circumstances,
): Report {
  const results = judgeChecks(checks, gathered, circumstances);
  const routes = routeStates(results);
  const cause = causeOf(causes, results, gathered);
  const vm = valueOf(gathered.vm);
  const target = valueOf(gathered.target);
  return {
    vm: { id: subject.vmId, name: vm?.name ?? subject.name, computerName: vm?.computerName ?? null },
    target: target ? { address: target.address, port: target.port, why: target.why } : null,
    account: valueOf(gathered.account)?.username ?? null,
    baseline: circumstances.baseline,
    judgedAt: circumstances.now,
    cause,
    headline: cause?.sentence ?? headlineOf(routes, results),
    routes,
    recommended: recommendedRoute(routes),
    results,
    unknowns: foldUnknowns(vm?.name ?? subject.name, results),
  };
}

function valueOf<T>(found: { readonly value: T } | { readonly problem: unknown } | undefined): T | undefined {
  return found && 'value' in found ? found.value : undefined;
}

function causeOf(
  causes: readonly Cause[],
  results: readonly CheckResult[],
  gathered: Gathered,
): Report['cause'] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const file = {
    results: byId,
    gathered,
    failed: (id: CheckResult['id']) => byId.get(id)?.status === 'fail',
  };
  for (const { id, sentenceFor } of causes) {
    const sentence = sentenceFor(file);
    if (sentence !== null) return { id, sentence };
  }
  return null;
}

function headlineOf(routes: readonly RouteState[], results: readonly CheckResult[]): string {
  const recommended = recommendedRoute(routes);
  const state = routes.find(({ id }) => id === recommended)?.state;
  if (recommended === null) {
    const failure = results.find(({ status }) => status === 'fail');
    return failure?.found ?? 'No way to sign in to this VM is open.';
  }
  if (state === 'unknown') {
    return `Nothing seen so far speaks against signing in (${routeNames[recommended].toLowerCase()}), but not everything could be looked at.`;
  }
  return {
    'web-account': 'You can sign in without a password.',
    password: 'You can sign in with your password.',
    'bastion-client': 'You can sign in through Azure Bastion, in the RDP client.',
    'bastion-portal': 'You can sign in through Azure Bastion, in the browser.',
  }[recommended];
}

/** "9 need an admin: ask once", with the request that would settle them all. */
function foldUnknowns(name: string, results: readonly CheckResult[]): Report['unknowns'] {
  const notSeen = results.filter(({ status }) => status === 'unknown');
  if (!notSeen.length) return null;
  const missing = [...new Set(notSeen.flatMap((result) => result.missing ?? []))];
  const count = notSeen.length;
  return {
    count,
    sentence: missing.length
      ? `${count} ${count === 1 ? 'needs' : 'need'} an admin: ask once.`
      : `${count} could not be looked at.`,
    request: [
      `To check whether I can sign in to ${name} with Microsoft Entra ID, I am missing:`,
      ...missing.map((what) => `- ${what}`),
      '',
      'Without them these stay unanswered:',
      ...notSeen.map(({ title }) => `- ${title}`),
    ].join('\n'),
  };
}
