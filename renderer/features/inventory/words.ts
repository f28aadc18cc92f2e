import type { PowerState } from '../../../shared/azure/virtual-machine';
import type { ListTab } from '../../store/inventory-slice';
import type { SortKey } from '../../store/search-index';

export const tabNames: Readonly<Record<ListTab, string>> = {
  favourites: 'Favourites',
  recent: 'Recent',
  all: 'All',
};

export const sortNames: Readonly<Record<SortKey, string>> = {
  name: 'Name',
  power: 'Power state',
  location: 'Region',
};

export const powerWords: Readonly<Record<PowerState, string>> = {
  running: 'running',
  starting: 'starting',
  stopping: 'stopping',
  stopped: 'stopped',
  deallocating: 'stopping',
  deallocated: 'deallocated',
  hibernated: 'hibernated',
};

const count = new Intl.NumberFormat('en');
export const countText = (value: number): string => count.format(value);

export const words = {
  title: 'VMs',
  refresh: 'Read the list again (F5)',
  sortBy: 'Sort by',
  listLabel: 'Virtual machines',
  stillListing: (soFar: number, total: number | null) =>
    total === null
      ? `${countText(soFar)} so far, still listing`
      : `${countText(soFar)} of ${countText(total)}, still listing`,
  partial: (parts: number) =>
    parts === 1 ? 'One part of the list could not be read.' : `${parts} parts of the list could not be read.`,
  details: 'Details',
  hide: 'Hide',
  emptyTitle: 'No VMs here',
  emptyBody: (subscriptions: string) =>
    `We looked at every subscription you can read${subscriptions}, and found no virtual machine.`,
  emptyWiden:
    'To see more, ask for the Reader role on a subscription or a VM, or sign in to another tenant from the account menu.',
  noFavouritesTitle: 'No favourites yet',
  noFavouritesBody: 'The star on the page of a VM keeps it here.',
  noRecentTitle: 'Nothing opened yet',
  noRecentBody: 'VMs you connect to are kept here, the last one first.',
  noMatchTitle: (filter: string) => `No VM fits “${filter}”`,
  noMatchBody: (hidden: number) =>
    hidden === 1 ? 'The filter hides the only VM.' : `The filter hides all ${countText(hidden)} VMs.`,
  clearFilter: 'Clear the filter',
  showAll: 'Show all VMs',
  offlineTitle: 'Offline.',
  silentTitle: 'No answer yet.',
  listOf: (moment: string, ago: string) => `This is the list of ${moment} (${ago}).`,
  onlyPart: 'Only a part of the list was read.',
  savedAgo: ' · saved ',
  lastNotShown: 'The last list is not shown.',
  failedTitle: 'The list could not be read',
  tryAgain: 'Try again',
} as const;
