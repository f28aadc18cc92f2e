import { currentDeviceOf } from '../entra/vm-device';
import { AppError } from '../errors/app-error';
import { isRegistered } from '../network/candidates';
import { chooseTarget } from '../network/choose-target';
import { isIpAddress, isSameHost, shortNameOf } from '../network/host-name';
import type { NameCandidate, Target } from '../network/resolution';
import type { Evidence } from './evidence';
import type { Fact, Found, Gathered } from './fact';
import { factSchemas } from './fact';
import { valueOf } from './gaps';
import type { EvidenceSource } from './report';

export interface NamedEvidence {
  /** The file's name, or words for evidence that was just gathered. */
  readonly file: string;
  readonly evidence: Evidence;
}

/** Facts that only the person's own desk can tell: who, which PC, and what its network answers. */
const ofTheDesk: readonly Fact[] = [
  'account',
  'passwordSignIn',
  'thisPc',
  'pcJoin',
  'pcPolicies',
  'savedCredentials',
  'rdpClients',
  'signedFiles',
  'nameCandidates',
  'nameResolutions',
  'nameServerAnswers',
  'target',
  'rdpProbe',
];

/** Facts about an account: another one's say nothing of this person. */
const ofTheAccount: readonly Fact[] = [
  'permissions',
  'roleAssignments',
  'roleEligibilities',
  'denyAssignments',
  'signInApps',
  'conditionalAccess',
  'perUserMfa',
];

/**
 * One person's evidence and the helpdesk's, as one: of the person their account, PC and network, of the helpdesk what it
 * reads of Azure and Entra ID, and where it could not, what the person could. The person's is the one with a PC in
 * it; where both have one, the first.
 *
 * @throws AppError `invalid-request` for evidence of two VMs or two people, or with stand-ins in place of names.
 */
export function joinEvidence(first: NamedEvidence, second: NamedEvidence): Evidence {
  const isSwapped = !hasPc(first) && hasPc(second);
  const [person, helpdesk] = isSwapped ? [second, first] : [first, second];
  expectJoinable(person, helpdesk);

  const mayTellOfAccount = isSameAccount(person, helpdesk) || !valueOf(person.evidence.gathered, 'account');
  const facts = Object.keys(factSchemas) as Fact[];
  const taken = facts.map((fact) => ({ fact, from: chooseSource(fact, person, helpdesk, mayTellOfAccount) }));
  const found = taken.flatMap(({ fact, from }): [Fact, Found<unknown>][] => {
    const entry = from.evidence.gathered[fact];
    return entry ? [[fact, entry]] : [];
  });
  const joined = withNamesOfDevice(Object.fromEntries(found));
  const gathered = withReader(joined, person, helpdesk);
  const subject = [helpdesk, person]
    .map(({ evidence }) => evidence.subject)
    .find(({ vmId }) => vmId !== null);
  const factsOf = (source: NamedEvidence) =>
    taken.filter(({ fact, from }) => from === source && fact in gathered).map(({ fact }) => fact);
  return {
    ...helpdesk.evidence,
    subject: subject ?? person.evidence.subject,
    gathered,
    sources: [sourceOf(person, factsOf(person)), sourceOf(helpdesk, factsOf(helpdesk))],
  };
}

function hasPc({ evidence }: NamedEvidence): boolean {
  return valueOf(evidence.gathered, 'thisPc') !== undefined;
}

function chooseSource(
  fact: Fact,
  person: NamedEvidence,
  helpdesk: NamedEvidence,
  mayTellOfAccount: boolean,
): NamedEvidence {
  const has = ({ evidence }: NamedEvidence) => valueOf(evidence.gathered, fact) !== undefined;
  if (ofTheDesk.includes(fact)) {
    return fact === 'account' && !has(person) && !hasPc(helpdesk) ? helpdesk : person;
  }
  if (ofTheAccount.includes(fact) && !mayTellOfAccount) return person;
  // Whose answer an address was asked for is the person's: the helpdesk's network may give others.
  if (fact === 'addressOwners' && has(person)) return person;
  return has(helpdesk) || !has(person) ? helpdesk : person;
}

function isSameAccount(person: NamedEvidence, helpdesk: NamedEvidence): boolean {
  const [theirs, helpdesks] = [person, helpdesk].map(({ evidence }) => valueOf(evidence.gathered, 'account'));
  return theirs?.objectId !== undefined && theirs.objectId === helpdesks?.objectId;
}

/** The person may not have been able to read by which names Entra ID knows the VM. */
function withNamesOfDevice(gathered: Gathered): Gathered {
  const [vm, devices, target, candidates] = [
    valueOf(gathered, 'vm'),
    valueOf(gathered, 'vmDevices'),
    valueOf(gathered, 'target'),
    valueOf(gathered, 'nameCandidates'),
  ];
  if (!vm || !devices) return gathered;
  const device = currentDeviceOf(vm, devices);
  const named = (candidates ?? []).map((one) => ({ ...one, isRegistered: isRegistered(one.name, device) }));
  return {
    ...gathered,
    ...(target && { target: { value: explained(target, gathered, named) } }),
    ...(candidates && { nameCandidates: { value: named } }),
  };
}

/** The name stays the one that was tried; why it is the right one may now be known. */
function explained(target: Target, gathered: Gathered, candidates: readonly NameCandidate[]): Target {
  const candidate = candidates.find(({ name }) => isSameHost(name, target.address));
  if (!candidate) return target;
  const interfaces = valueOf(gathered, 'networkInterfaces');
  const chosen = chooseTarget({
    candidates,
    resolutions: valueOf(gathered, 'nameResolutions') ?? [],
    insistedAddress: null,
    port: target.port,
    publicNames: interfaces?.flatMap(({ publicNames }) => publicNames) ?? null,
    publicAddresses: interfaces?.flatMap(({ publicAddresses }) => publicAddresses) ?? null,
    privateAddresses: interfaces?.flatMap(({ privateAddresses }) => privateAddresses) ?? null,
  });
  const isSame = isSameHost(chosen.address, target.address);
  return isSame ? chosen : { ...target, isRegistered: candidate.isRegistered };
}

/** What the helpdesk could read says nothing of the person's own rights, unless they could read it too. */
function withReader(gathered: Gathered, person: NamedEvidence, helpdesk: NamedEvidence): Gathered {
  const account = valueOf(gathered, 'account');
  const readBy = readerOf(helpdesk.evidence);
  const hasRead = (['vm', 'networkInterfaces', 'bastions'] as const).every(
    (fact) => valueOf(person.evidence.gathered, fact) !== undefined,
  );
  if (!account || hasRead || readBy === null || readBy === account.username) return gathered;
  return { ...gathered, account: { value: { ...account, readBy } } };
}

function readerOf({ gathered }: Evidence): string | null {
  const account = valueOf(gathered, 'account');
  return account?.readBy ?? account?.username ?? null;
}

function expectJoinable(person: NamedEvidence, helpdesk: NamedEvidence): void {
  const masked = [person, helpdesk].find(({ evidence }) => evidence.isMasked);
  if (masked) {
    throw refused(
      `${masked.file} has stand-ins in place of names, and those of two files do not match. Join them first, and mask what is saved`,
    );
  }
  if (!isSameSubject(person.evidence, helpdesk.evidence)) {
    throw refused(
      `they are about two virtual machines: ${person.file} about ${nameOf(person)}, ${helpdesk.file} about ${nameOf(helpdesk)}`,
    );
  }
  const [theirs, other] = [person, helpdesk].map(({ evidence }) => valueOf(evidence.gathered, 'account'));
  // Evidence with a PC is about whoever saved it, who may well be the helpdesk; without one, about the person asked for.
  if (theirs && other && !hasPc(helpdesk) && !isSameAccount(person, helpdesk)) {
    throw refused(`they are about two people: ${theirs.username} and ${other.username}`);
  }
}

function isSameSubject(a: Evidence, b: Evidence): boolean {
  const [one, other] = [a.subject.vmId, b.subject.vmId];
  if (one !== null && other !== null) return one.toLowerCase() === other.toLowerCase();
  return namesIn(a).some((name) => namesIn(b).some((known) => isSameHost(name, known)));
}

/** Every name it goes by, in its short form: one side may know the VM, the other a host alone. */
function namesIn({ subject, gathered }: Evidence): string[] {
  const vm = valueOf(gathered, 'vm');
  const candidates = valueOf(gathered, 'nameCandidates') ?? [];
  const names = [subject.name, vm?.name, vm?.computerName, ...candidates.map(({ name }) => name)];
  return names.flatMap((name) => (name ? [isIpAddress(name) ? name : shortNameOf(name)] : []));
}

/** Whether evidence is about the VM or host of a name or resource id. */
export function isAbout(evidence: Evidence, named: string): boolean {
  if (evidence.subject.vmId?.toLowerCase() === named.toLowerCase()) return true;
  const short = isIpAddress(named) ? named : shortNameOf(named);
  return namesIn(evidence).some((name) => isSameHost(name, short));
}

function nameOf({ evidence: { subject } }: NamedEvidence): string {
  return subject.vmId ?? subject.name;
}

function sourceOf({ file, evidence }: NamedEvidence, facts: readonly Fact[]): EvidenceSource {
  return { file, savedAt: evidence.savedAt, account: readerOf(evidence), facts: [...facts] };
}

function refused(because: string): AppError {
  return new AppError('invalid-request', `The evidence was not joined: ${because}.`);
}
