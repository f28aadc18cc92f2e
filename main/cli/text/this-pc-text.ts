import type { PcJoin, PcPolicies, RdpClient, ThisPc } from '../../../shared/client-pc/this-pc';

interface PcFacts {
  readonly pc: ThisPc;
  readonly join: PcJoin | null;
  readonly policies: PcPolicies | null;
  readonly clients: readonly RdpClient[];
}

export function thisPcText({ pc, join, policies, clients }: PcFacts): string {
  return [
    `${pc.hostName}: ${pc.productName ?? pc.os}${pc.displayVersion ? ` ${pc.displayVersion}` : ''}${pc.build === null ? '' : ` (${pc.build}.${pc.revision ?? '?'})`}`,
    join ? joinText(join) : 'Join state: only Windows has one.',
    ...(policies ? [policyText(policies)] : []),
    clients.length ? 'RDP clients, the preferred first:' : 'No RDP client was found.',
    ...clients.flatMap(({ name, version, path, routes, limits }) => [
      `  ${name}${version ? ` ${version}` : ''}  ${path}`,
      `    ways to sign in: ${routes.join(', ') || 'none'}`,
      ...limits.map((limit) => `    ${limit}`),
    ]),
  ].join('\n');
}

function joinText({
  isEntraJoined,
  isEntraRegistered,
  isDomainJoined,
  tenantId,
  hasRefreshToken,
}: PcJoin): string {
  const state = isEntraJoined
    ? isDomainJoined
      ? 'hybrid joined'
      : 'Entra joined'
    : isEntraRegistered
      ? 'Entra registered'
      : isDomainJoined
        ? 'domain joined only'
        : 'not joined';
  const token =
    hasRefreshToken === null
      ? ''
      : hasRefreshToken
        ? ', with a primary refresh token'
        : ', without a primary refresh token';
  return `Join state: ${state}${tenantId ? `, tenant ${tenantId}` : ''}${token}`;
}

function policyText({ pku2uAllowed, remoteCredentialGuard, allowUnsignedFiles }: PcPolicies): string {
  const word = (value: boolean | null) => (value === null ? 'not set' : value ? 'on' : 'off');
  return `Policies: PKU2U ${word(pku2uAllowed)}, Remote Credential Guard ${word(remoteCredentialGuard)}, unsigned .rdp files ${word(allowUnsignedFiles)}`;
}
