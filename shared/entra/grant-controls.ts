import type { PcJoin, ThisPc } from '../client-pc/this-pc';
import type { Route } from '../preflight/route';
import { type ConditionalAccess, type EvaluatedPolicy, signInApps } from './policy';

/**
 * How a route stands to what a policy asks: it can give it, another check decides it (multi-factor
 * sign-in with a password depends on Windows Hello for Business), it cannot be told from here, or it cannot.
 */
export type Reach = 'met' | 'elsewhere' | 'unsure' | 'cannot';

const reachInOrder: readonly Reach[] = ['met', 'elsewhere', 'unsure', 'cannot'];

export interface Answer {
  readonly reach: Reach;
  /** What the policy asks, and why that can or cannot be given: completes "… asks for". */
  readonly words: string;
}

export interface AskedPc {
  readonly thisPc?: ThisPc | undefined;
  readonly pcJoin?: PcJoin | undefined;
}

/** The apps whose policies a route meets: the passwordless ones get their token from two more. */
export function appsOfRoute(route: Route): readonly string[] {
  const { windowsVmSignIn, remoteDesktop, windowsCloudLogin } = signInApps;
  return route === 'password'
    ? [windowsVmSignIn.appId]
    : [windowsVmSignIn.appId, remoteDesktop.appId, windowsCloudLogin.appId];
}

/** Policies that apply to one of the apps, each once. */
export function policiesFor(
  { evaluations }: ConditionalAccess,
  appIds: readonly string[],
  state: 'enabled' | 'report-only',
): readonly EvaluatedPolicy[] {
  const applying = evaluations
    .filter(({ appId }) => appIds.includes(appId.toLowerCase()))
    .flatMap(({ policies }) => policies)
    .filter((policy) => policy.applies && policy.state === state);
  return [...new Map(applying.map((policy) => [policy.id, policy])).values()];
}

/** Whether what one policy asks can be given on a route: all of it, or any of it where the policy says OR. */
export function answerTo(policy: EvaluatedPolicy, route: Route, pc: AskedPc): Answer {
  const answers = controlsOf(policy).map((control) => answerToControl(control, route, pc));
  const [first] = answers.toSorted(
    (a, b) => (reachInOrder.indexOf(a.reach) - reachInOrder.indexOf(b.reach)) * (isAny(policy) ? 1 : -1),
  );
  return first ?? { reach: 'met', words: 'nothing more' };
}

/** Whether a policy asks for multi-factor sign-in: `always`, or `perhaps` where something else will do. */
export function asksForMfa(policy: EvaluatedPolicy): 'always' | 'perhaps' | 'no' {
  const controls = controlsOf(policy);
  const asking = controls.filter(isMultiFactor);
  if (!asking.length) return 'no';
  return isAny(policy) && asking.length < controls.length ? 'perhaps' : 'always';
}

function controlsOf({ controls, authenticationStrength }: EvaluatedPolicy): readonly string[] {
  return authenticationStrength === null ? controls : [...controls, `strength:${authenticationStrength}`];
}

// A block cannot be made up for by anything beside it.
function isAny({ operator, controls }: EvaluatedPolicy): boolean {
  return operator === 'OR' && !controls.includes('block');
}

function isMultiFactor(control: string): boolean {
  return control === 'mfa' || control.startsWith('strength:');
}

type AnswerTo = (route: Route, pc: AskedPc) => Answer;

const answers: Readonly<Record<string, AnswerTo>> = {
  block: () => ({ reach: 'cannot', words: 'this sign-in to be blocked' }),
  mfa: (route) => multiFactor(route, 'multi-factor sign-in'),
  compliantDevice,
  domainJoinedDevice: hybridJoinedDevice,
  approvedApplication: () => ({ reach: 'cannot', words: 'an approved app, which no RDP client is' }),
  compliantApplication: () => ({
    reach: 'cannot',
    words: 'an app with a protection policy, which no RDP client is',
  }),
  passwordChange: (route) => ({
    reach: route === 'password' ? 'cannot' : 'unsure',
    words: 'a new password first, as the account is at risk: set one in the browser',
  }),
};

function answerToControl(control: string, route: Route, pc: AskedPc): Answer {
  if (control.startsWith('strength:')) {
    return multiFactor(route, `the authentication strength "${control.slice('strength:'.length)}"`);
  }
  const answer = Object.hasOwn(answers, control) ? answers[control] : undefined;
  return answer?.(route, pc) ?? { reach: 'unsure', words: `"${control}", which we do not know` };
}

function multiFactor(route: Route, what: string): Answer {
  if (route !== 'password') return { reach: 'met', words: `${what}, which the sign-in window can give` };
  return { reach: 'elsewhere', words: `${what}, which a password alone does not give` };
}

function compliantDevice(_: Route, { thisPc, pcJoin }: AskedPc): Answer {
  const what = 'a compliant device';
  if (thisPc && thisPc.installationType !== null && thisPc.installationType !== 'Client') {
    return { reach: 'cannot', words: `${what}, and this PC runs Windows Server, which is never one` };
  }
  if (pcJoin && !pcJoin.isEntraJoined && !pcJoin.isEntraRegistered) {
    return { reach: 'cannot', words: `${what}, and this PC is not known to Entra ID` };
  }
  return { reach: 'unsure', words: `${what}, and whether this PC is one cannot be seen from here` };
}

function hybridJoinedDevice(_: Route, { thisPc, pcJoin }: AskedPc): Answer {
  const what = 'a device joined to Entra ID and a domain';
  if (pcJoin?.isEntraJoined && pcJoin.isDomainJoined) return { reach: 'met', words: what };
  if (pcJoin || (thisPc && thisPc.os !== 'windows')) {
    return { reach: 'cannot', words: `${what}, and this PC is not one` };
  }
  return { reach: 'unsure', words: `${what}, and whether this PC is one could not be read` };
}
