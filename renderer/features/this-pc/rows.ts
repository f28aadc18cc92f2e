import type { PcJoin, PcPolicies, ThisPc } from '../../../shared/client-pc/this-pc';
import type { FactRow } from '../../components/FactTable';
import { helloNames, policyWords, systemNames, words } from './words';

const yesNo = (value: boolean | null): string => (value === null ? words.notRead : value ? 'yes' : 'no');

export function systemRows(pc: ThisPc): FactRow[] {
  const rows: FactRow[] = [
    ['Name', pc.hostName],
    ['System', [pc.productName ?? systemNames[pc.os], pc.displayVersion].filter(Boolean).join(' ')],
  ];
  if (pc.os !== 'windows') return rows;
  const build =
    pc.build === null ? words.notRead : [pc.build, pc.revision].filter((n) => n !== null).join('.');
  return [...rows, ['Build', build], ['Edition', pc.edition ?? words.notRead]];
}

export function joinRows(join: PcJoin): FactRow[] {
  return [
    ['Joined to Entra ID', yesNo(join.isEntraJoined)],
    ['Joined to a domain', yesNo(join.isDomainJoined)],
    ['Registered with Entra ID', yesNo(join.isEntraRegistered)],
    ['Tenant', join.tenantId ?? words.none],
    ['Work accounts of tenants', join.workAccountTenantIds.join(', ') || words.none],
    ['Holds a refresh token', yesNo(join.hasRefreshToken)],
    [
      'Windows Hello for Business',
      join.helloForBusiness ? `${helloNames[join.helloForBusiness]} (inferred)` : words.notRead,
    ],
  ];
}

export function policyRows(policies: PcPolicies): FactRow[] {
  return [
    ['PKU2U sign-in', policyWords(policies.pku2uAllowed)],
    ['Remote Credential Guard', policyWords(policies.remoteCredentialGuard)],
    ['Signed .rdp files may be opened', policyWords(policies.allowSignedFiles)],
    ['Unsigned .rdp files may be opened', policyWords(policies.allowUnsignedFiles)],
    [
      'Publishers trusted by policy',
      policies.trustedThumbprints.length ? policies.trustedThumbprints.join(', ') : words.none,
    ],
  ];
}
