import { VmId } from '../../shared/azure/virtual-machine';
import type { LibraryProblem } from '../../shared/profiles/library-view';
import { Profile } from '../../shared/profiles/profile';
import { Template } from '../../shared/profiles/template';
import { vmIdOf } from './sample-vms';

type Given<Entry> = Partial<Entry> & { readonly id: string; readonly name: string };

export function sampleTemplate(given: Given<Template>): Template {
  return Template.parse({ version: 1, kind: 'template', appliesTo: { level: 'named' }, ...given });
}

export function sampleProfile(given: Given<Profile>): Profile {
  return Profile.parse({ version: 1, kind: 'profile', ...given });
}

const subscriptionId = '11111111-1111-4111-8111-111111111111';

/** A template of each level, two of them in a chain. */
export const contosoTemplates: readonly Template[] = [
  sampleTemplate({
    id: 'contoso',
    name: 'Contoso',
    appliesTo: { level: 'organisation' },
    settings: ['session bpp:i:32', 'displayconnectionbar:i:1', 'autoreconnection enabled:i:1'],
  }),
  sampleTemplate({
    id: 'contoso-tenant',
    name: 'Contoso tenant',
    appliesTo: { level: 'tenant', tenantId: '22222222-2222-4222-8222-222222222222' },
    route: 'web-account',
  }),
  sampleTemplate({
    id: 'production',
    name: 'Production',
    appliesTo: { level: 'subscription', subscriptionId },
    settings: ['redirectclipboard:i:0'],
  }),
  sampleTemplate({
    id: 'frontends',
    name: 'Web frontends of the whole of Western Europe, second generation',
    appliesTo: {
      level: 'resource-group',
      subscriptionId,
      resourceGroup: 'rg-web-frontends-production-westeurope',
    },
    settings: ['use multimon:i:0'],
  }),
  sampleTemplate({
    id: 'finance',
    name: 'Finance',
    appliesTo: { level: 'tag', tag: 'department', value: 'finance' },
    settings: ['redirectclipboard:i:1', 'redirectprinters:i:1', 'shiny new setting:i:1'],
  }),
  sampleTemplate({ id: 'two-screens', name: 'Two screens', settings: ['use multimon:i:1'] }),
  sampleTemplate({
    id: 'trading-floor',
    name: 'Trading floor',
    inherits: 'two-screens',
    route: 'password',
    settings: ['selectedmonitors:s:0,1,2', 'audiomode:i:0'],
  }),
];

export const contosoProfiles: readonly Profile[] = [
  sampleProfile({
    id: 'ready-01-ada',
    name: 'READY-01 for Ada',
    vmId: VmId.parse(vmIdOf('ready-01')),
    computerName: 'READY-01',
    username: 'ada@contoso.example',
    template: 'two-screens',
    settings: ['screen mode id:i:1', 'desktopwidth:i:1600', 'desktopheight:i:900'],
  }),
  sampleProfile({
    id: 'ready-02',
    name: 'READY-02',
    computerName: 'READY-02',
    route: 'web-account',
    files: [{ route: 'web-account', file: 'ready-02-web-account.rdp' }],
  }),
  sampleProfile({
    id: 'old-terminal',
    name: 'Old terminal server',
    address: 'ts01.corp.contoso.example',
    port: 3390,
    route: 'password',
    template: 'gone',
    importedFrom: { program: 'rdcman', place: 'servers.rdg › Finance › Web', kept: {} },
  }),
  sampleProfile({ id: 'nowhere', name: 'Not yet decided' }),
];

export const contosoProblems: readonly LibraryProblem[] = [
  {
    file: 'templates/finance (conflicted copy of ADA-LAPTOP 2026-11-20).json',
    kind: 'conflict',
    because: 'Two people saved “Finance” at the same time. Choose which one stays.',
    entry: { kind: 'template', id: 'finance' },
  },
  {
    file: 'profiles/half.json',
    kind: 'damaged',
    because: 'The file breaks off after 120 characters. Take it back from a copy, or remove it.',
    entry: null,
  },
];

/** A library as a large organisation has it. */
export function manyProfiles(count: number): Profile[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    return {
      ...sampleProfileShape,
      id: `web-${number}`,
      name: `web-frontend-prod-weu-${number}`,
      computerName: `WEB-${number}`,
      username: `person${index % 700}@contoso.example`,
      route: index % 3 === 0 ? ('password' as const) : ('web-account' as const),
      template: index % 5 === 0 ? 'two-screens' : null,
      files: index % 4 === 0 ? [{ route: 'web-account' as const, file: `web-${number}.rdp` }] : [],
    };
  });
}

const sampleProfileShape = sampleProfile({ id: 'shape', name: 'shape' });
