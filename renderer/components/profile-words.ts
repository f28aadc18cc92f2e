import type { DirectRoute } from '../../shared/profiles/entry';
import type { AppliesTo } from '../../shared/profiles/template';

export const routeNames: Readonly<Record<DirectRoute, string>> = {
  'web-account': 'passwordless',
  password: 'password',
};

/** From the widest to the narrowest. */
export const levelNames: Readonly<Record<AppliesTo['level'], string>> = {
  organisation: 'Organisation',
  tenant: 'Tenant',
  subscription: 'Subscription',
  'resource-group': 'Resource group',
  tag: 'Tag',
  named: 'Chosen by name',
};

export const levelMeanings: Readonly<Record<AppliesTo['level'], string>> = {
  organisation: 'every profile',
  tenant: 'every VM of a tenant',
  subscription: 'every VM of a subscription',
  'resource-group': 'every VM of a resource group',
  tag: 'every VM with a tag',
  named: 'only profiles that choose it',
};

/** Whom a template is for, as short as a row. */
export function scopeText(appliesTo: AppliesTo): string {
  switch (appliesTo.level) {
    case 'organisation':
    case 'named':
      return '';
    case 'tenant':
      return appliesTo.tenantId;
    case 'subscription':
      return appliesTo.subscriptionId;
    case 'resource-group':
      return appliesTo.resourceGroup;
    case 'tag':
      return appliesTo.value === null ? appliesTo.tag : `${appliesTo.tag} = ${appliesTo.value}`;
  }
}
