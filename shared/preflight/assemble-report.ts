import type { VmId } from '../azure/virtual-machine';
import type { Cause } from './cause';
import type { Check, Circumstances } from './check';
import type { Gathered } from './fact';
import { valueOf } from './gaps';
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
  const cause = causeOf(causes, results, gathered, circumstances);
  const vm = valueOf(gathered, 'vm');
  const target = valueOf(gathered, 'target');
  const name = vm?.name ?? subject.name;
  const account = valueOf(gathered, 'account')?.username ?? null;
  const request = requestTo(name, account, results);
  return {
    vm: { id: subject.vmId, name, computerName: vm?.computerName ?? null },
    target: target ? { address: target.address, port: target.port, why: target.why } : null,
    account,
    baseline: circumstances.baseline,
    judgedAt: circumstances.now,
    cause,
    headline: cause?.sentence ?? headlineOf(routes, results),
    routes,
    recommended: recommendedRoute(routes),
    results,
    ...(request !== null && { request }),
    unknowns: foldUnknowns(name, results),
  };
}

function causeOf(
  causes: readonly Cause[],
  results: readonly CheckResult[],
  gathered: Gathered,
  { now }: Circumstances,
): Report['cause'] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const file = {
    results: byId,
    gathered,
    now,
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

/** Everything an admin would have to do, in one message: what is wrong, with the values seen, and what is asked. */
function requestTo(name: string, account: string | null, results: readonly CheckResult[]): string | null {
  const theirs = results.filter(
    ({ status, remedies }) => status === 'fail' && remedies.some(({ kind }) => kind === 'ask'),
  );
  if (!theirs.length) return null;
  return [
    `${account ?? 'I'} cannot sign in to ${name} with Microsoft Entra ID. What was found:`,
    ...theirs.map(({ found }) => `- ${found}`),
    '',
    'What would mend it:',
    ...asksOf(theirs).map((ask) => `- ${ask}`),
  ].join('\n');
}

function asksOf(results: readonly CheckResult[]): string[] {
  const asks = results
    .flatMap(({ remedies }) => remedies)
    .filter(({ kind }) => kind === 'ask')
    .map(({ text }) => text);
  return [...new Set(asks)];
}

/** "9 need an admin: ask once", with the request that would settle them all. */
function foldUnknowns(name: string, results: readonly CheckResult[]): Report['unknowns'] {
  const notSeen = results.filter(({ status }) => status === 'unknown');
  if (!notSeen.length) return null;
  const needing = notSeen.filter(({ missing }) => missing !== undefined);
  return {
    count: notSeen.length,
    sentence: unknownsSentence(needing.length, notSeen.length - needing.length),
    request: needing.length ? requestToLook(name, needing) : '',
  };
}

function requestToLook(name: string, results: readonly CheckResult[]): string {
  const missing = new Set(results.map((result) => result.missing));
  return [
    `To check whether I can sign in to ${name} with Microsoft Entra ID, I am missing:`,
    ...[...missing].map((what) => `- ${what}`),
    '',
    'Without them these stay unanswered:',
    ...results.map(({ title }) => `- ${title}`),
  ].join('\n');
}

function unknownsSentence(needing: number, others: number): string {
  const askOnce = `${needing} ${needing === 1 ? 'needs' : 'need'} an admin: ask once.`;
  if (!others) return askOnce;
  return needing ? `${askOnce} ${others} more could not be looked at.` : `${others} could not be looked at.`;
}
