import type { VmId } from '../azure/virtual-machine';
import type { Cause } from './cause';
import type { Check, Circumstances } from './check';
import type { Gathered } from './fact';
import { isHostNameAlone, problemOf, valueOf } from './gaps';
import { judgeChecks } from './judge';
import type { CheckResult, Report, RouteState } from './report';
import type { Route } from './route';
import { routeNames } from './route-order';
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
    vm: { id: subject.vmId, name, computerName: vm?.computerName ?? lastKnownComputerName(gathered) },
    target: target ? { address: target.address, port: target.port, why: target.why } : null,
    account,
    baseline: circumstances.baseline,
    judgedAt: circumstances.now,
    cause,
    headline: headlineOf(cause, routes, results, gathered),
    routes,
    recommended: recommendedRoute(routes),
    results,
    ...(request !== null && { request }),
    unknowns: foldUnknowns(name, results),
  };
}

function lastKnownComputerName(gathered: Gathered): string | null {
  const candidates = valueOf(gathered, 'nameCandidates') ?? [];
  return candidates.find(({ source }) => source === 'last-list')?.name ?? null;
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

// A fault that leaves a way open is said together with that way: the answer is still yes.
function headlineOf(
  cause: Report['cause'],
  routes: readonly RouteState[],
  results: readonly CheckResult[],
  gathered: Gathered,
): string {
  const recommended = recommendedRoute(routes);
  if (recommended === null) {
    const failure = results.find(({ status }) => status === 'fail');
    return cause?.sentence ?? failure?.found ?? 'No way to sign in to this VM is open.';
  }
  if (routes.find(({ id }) => id === recommended)?.state === 'unknown') {
    return (
      cause?.sentence ??
      `Nothing seen so far speaks against signing in (${routeNames[recommended].toLowerCase()}), but not everything could be looked at.`
    );
  }
  const way = ways[recommended];
  const unasked = whyAzureWasNotAsked(gathered);
  if (unasked !== null) {
    return `${cause ? `${cause.sentence} ` : ''}Nothing this PC sees speaks against signing in ${way}, but ${unasked}.`;
  }
  return cause ? `${cause.sentence} You can still sign in ${way}.` : `You can sign in ${way}.`;
}

/** What can be seen from this PC may leave a way open; that is not yet a promise. */
function whyAzureWasNotAsked(gathered: Gathered): string | null {
  if (isHostNameAlone(gathered)) return 'Azure was not asked';
  const code = problemOf(gathered, 'vm')?.code;
  const isOutOfReach = code === 'unreachable' || code === 'timed-out' || code === 'sign-in-required';
  return isOutOfReach ? 'Azure could not be asked' : null;
}

const ways: Readonly<Record<Route, string>> = {
  'web-account': 'without a password',
  password: 'with your password',
  'bastion-client': 'through Azure Bastion, in the RDP client',
  'bastion-portal': 'through Azure Bastion, in the browser',
};

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
