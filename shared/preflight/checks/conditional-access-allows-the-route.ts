import { type Answer, answerTo, appsOfRoute, policiesFor, type Reach } from '../../entra/grant-controls';
import type { EvaluatedPolicy } from '../../entra/policy';
import { defineCheck } from '../check';
import { everyRoute, type Route } from '../route';
import { routeNames } from '../route-order';
import { sources } from '../sources';
import {
  type ByRoute,
  fail,
  pass,
  remedy,
  type Status,
  unknown,
  type Verdict,
  warn,
  worstOf,
} from '../verdict';

const statusOf: Readonly<Record<Reach, Status>> = {
  met: 'pass',
  elsewhere: 'pass',
  unsure: 'warn',
  cannot: 'fail',
};

interface Demand extends Answer {
  readonly route: Route;
  readonly policy: EvaluatedPolicy;
}

export const conditionalAccessAllowsTheRoute = defineCheck({
  id: 'conditional-access-allows-the-route',
  title: 'Conditional Access lets the account in',
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['conditionalAccess', 'account'],
  wants: ['thisPc', 'pcJoin'],

  judge({ conditionalAccess, account, thisPc, pcJoin }) {
    if (!conditionalAccess.evaluations.length) {
      return unknown('Conditional Access evaluated none of the apps of this sign-in.');
    }
    const demands = everyRoute.flatMap((route) =>
      policiesFor(conditionalAccess, appsOfRoute(route), 'enabled').map(
        (policy): Demand => ({
          route,
          policy,
          ...answerTo(policy, route, { thisPc, pcJoin }),
        }),
      ),
    );
    const allApps = appsOfRoute('web-account');
    return verdictOn(
      demands,
      account.username,
      notesOn(policiesFor(conditionalAccess, allApps, 'report-only')),
    );
  },
});

function verdictOn(demands: readonly Demand[], username: string, notes: string): Verdict {
  const byRoute = Object.fromEntries(
    everyRoute.map((route) => [
      route,
      worstOf([
        'pass',
        ...demands.filter((demand) => demand.route === route).map(({ reach }) => statusOf[reach]),
      ]),
    ]),
  ) as ByRoute;
  const worst = worstOf(Object.values(byRoute));
  const telling = demands.filter(({ reach }) => statusOf[reach] === worst);
  const found = `${sentencesOf(telling) || `No policy asks anything of ${username} here.`}${notes}`;
  if (worst === 'fail') {
    return fail(found, [remedy.ask(`${requestOf(telling)} Could ${username} be let in?`)], byRoute);
  }
  return worst === 'warn'
    ? warn(found, [remedy.do('Try it: the sign-in window says what is missing.')], byRoute)
    : pass(found);
}

/** Each policy once, with the routes it is about. */
function sentencesOf(demands: readonly Demand[]): string {
  const sentences = new Set(demands.map(sentenceOf));
  return [...sentences]
    .map((sentence) => {
      const routes = demands.filter((demand) => sentenceOf(demand) === sentence).map(({ route }) => route);
      return `${sentence}${routeWords(routes)}.`;
    })
    .join(' ');
}

function sentenceOf({ policy, words }: Demand): string {
  return `The policy "${policy.name}" asks for ${words}`;
}

function routeWords(routes: readonly Route[]): string {
  if (routes.length === everyRoute.length) return '';
  return ` (${routes.map((route) => routeNames[route]).join(', ')})`;
}

function requestOf(demands: readonly Demand[]): string {
  const names = [...new Set(demands.map(({ policy }) => `"${policy.name}"`))];
  return `Conditional Access keeps me from signing in to a VM: ${names.join(', ')}.`;
}

function notesOn(policies: readonly EvaluatedPolicy[]): string {
  if (!policies.length) return '';
  return ` Report-only, so not enforced: ${policies.map(({ name }) => `"${name}"`).join(', ')}.`;
}
