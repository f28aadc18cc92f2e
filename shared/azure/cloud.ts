import { z } from 'zod';

export const CloudId = z.enum(['global', 'usgov', 'china']);
export type CloudId = z.infer<typeof CloudId>;

/** Where one Azure cloud is. All are origins without a trailing slash. */
export interface Cloud {
  readonly id: CloudId;
  readonly name: string;
  readonly authority: string;
  readonly arm: string;
  readonly graph: string;
  readonly portal: string;
  /** What the VM itself must reach to join: device registration and sign-in. */
  readonly vmEndpoints: readonly string[];
}

/**
 * Source: azure-cli `cloud.py`, MSAL's authority metadata, and the article's endpoint table, read 2026-11-22.
 * App registrations are per cloud, so a client id belongs to one of these.
 */
export const clouds: Readonly<Record<CloudId, Cloud>> = {
  global: {
    id: 'global',
    name: 'Global',
    authority: 'https://login.microsoftonline.com',
    arm: 'https://management.azure.com',
    graph: 'https://graph.microsoft.com',
    portal: 'https://portal.azure.com',
    vmEndpoints: ['enterpriseregistration.windows.net', 'login.microsoftonline.com', 'pas.windows.net'],
  },
  usgov: {
    id: 'usgov',
    name: 'US Government',
    authority: 'https://login.microsoftonline.us',
    arm: 'https://management.usgovcloudapi.net',
    graph: 'https://graph.microsoft.us',
    portal: 'https://portal.azure.us',
    vmEndpoints: [
      'enterpriseregistration.microsoftonline.us',
      'login.microsoftonline.us',
      'pasff.usgovcloudapi.net',
    ],
  },
  china: {
    id: 'china',
    name: '21Vianet',
    authority: 'https://login.partner.microsoftonline.cn',
    arm: 'https://management.chinacloudapi.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    portal: 'https://portal.azure.cn',
    vmEndpoints: [
      'enterpriseregistration.partner.microsoftonline.cn',
      'login.chinacloudapi.cn',
      'pas.chinacloudapi.cn',
    ],
  },
};
