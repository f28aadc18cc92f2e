import type { BastionHost } from '../../azure/bastion';
import { bastionsServing } from '../../azure/serving-bastions';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { isHostNameAlone, noBastionForHostName, unknownFor } from '../gaps';
import { bastionRoutes } from '../route';
import {
  fail,
  pass,
  type Remedy,
  remedy,
  type Status,
  skip,
  unknown,
  type Verdict,
  worstOf,
} from '../verdict';

export const bastionAllowsEntra = defineCheck({
  id: 'bastion-allows-entra',
  title: 'Azure Bastion can sign in with Entra ID',
  routes: bastionRoutes,
  source: connectionSources.bastion,
  needs: [],
  wants: ['bastions', 'networkInterfaces', 'thisPc', 'vm'],
  dependsOn: ['bastion-serves-the-vm'],
  // Bastion reaches an IP address too (IP connect), but signs in with Entra ID to the VM's resource only.
  haltedBy: ['target-is-a-host-name'],

  judge({ bastions, networkInterfaces = [], thisPc }, _, gathered) {
    if (isHostNameAlone(gathered)) return noBastionForHostName;
    if (!bastions) return unknownFor(gathered, ['bastions'], 'Azure Bastion could not be read.');
    const serving = bastionsServing(networkInterfaces, bastions);
    const [best] = serving.toSorted((a, b) => rank(b) - rank(a));
    if (!best) return skip("No Azure Bastion serves the VM's network.");
    if (best.sku === null) return unknown(`The SKU of Azure Bastion ${best.name} could not be read.`);
    const isWindows = !thisPc || thisPc.os === 'windows';
    return verdictOn(best, isWindows);
  },
});

function verdictOn(host: BastionHost, isWindows: boolean): Verdict {
  const portal: Status = hasPortalSignIn(host) ? 'pass' : 'fail';
  const client: Status = !isWindows ? 'skip' : hasClientSignIn(host) ? 'pass' : 'fail';
  const byRoute = { 'bastion-client': client, 'bastion-portal': portal };
  if (worstOf([portal, client]) !== 'fail') return pass(`${nameOf(host)} signs in with Entra ID.`, byRoute);
  return fail(
    portal === 'fail'
      ? `${nameOf(host)} cannot sign in with Entra ID: the browser needs SKU Basic or higher, the RDP client Standard or Premium with native client support.`
      : `${nameOf(host)} signs in with Entra ID in the browser only: the RDP client needs SKU Standard or Premium with native client support.`,
    remediesFor(host, portal),
    byRoute,
  );
}

function remediesFor({ name }: BastionHost, portal: Status): Remedy[] {
  return [
    ...(portal === 'pass' ? [remedy.do('Open the session in the browser, from the Azure portal.')] : []),
    remedy.ask(`Please raise Azure Bastion ${name} to SKU Standard and switch on native client support.`),
  ];
}

function nameOf({ name, sku, allowsTunneling }: BastionHost): string {
  return `Azure Bastion ${name} (${sku ?? 'unknown SKU'}, native client ${allowsTunneling ? 'on' : 'off'})`;
}

function rank(host: BastionHost): number {
  return Number(hasClientSignIn(host)) * 2 + Number(hasPortalSignIn(host));
}

function hasClientSignIn({ sku, allowsTunneling }: BastionHost): boolean {
  return allowsTunneling && /^(standard|premium)$/i.test(sku ?? '');
}

function hasPortalSignIn({ sku }: BastionHost): boolean {
  return /^(basic|standard|premium)$/i.test(sku ?? '');
}
