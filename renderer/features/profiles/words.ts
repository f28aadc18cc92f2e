import type { DirectRoute } from '../../../shared/profiles/entry';
import type { LibraryProblem } from '../../../shared/profiles/library-view';
import { countText } from '../../components/count-text';
import { routeNames } from '../../components/profile-words';
import type { ProfileSort } from '../../store/profile-index';

const count = new Intl.NumberFormat('en');

export const sortNames: Readonly<Record<ProfileSort, string>> = {
  name: 'Name',
  address: 'Leads to',
  template: 'Template',
  route: 'Route',
};

export const problemKinds: Readonly<Record<LibraryProblem['kind'], string>> = {
  damaged: 'damaged',
  'newer-version': 'of a newer version',
  conflict: 'in conflict',
  misplaced: 'out of place',
  unreadable: 'not readable',
};

export const failures: Readonly<Record<string, string>> = {
  'choose-folder': 'The folder was not changed',
  remove: 'It was not removed',
  settle: 'The conflict was not settled',
  export: 'The library was not exported',
};

export const words = {
  title: 'Profiles',
  folder: 'Library in',
  chooseFolder: 'Choose another folder…',
  makeMany: 'Make many files…',
  create: 'New',
  newTemplate: 'New template',
  newProfile: 'New profile',
  import: 'Import',
  importFiles: 'Files (.rdp, .rdg, confCons.xml)…',
  importFolder: 'A folder of .rdp files…',
  importFilesShort: 'Files…',
  importFolderShort: 'Folder…',
  more: 'More',
  export: 'Export the library as a zip…',
  failed: 'The library could not be read',
  tryAgain: 'Try again',
  loading: 'Reading the library',

  templates: 'Templates',
  templatesLead: 'The narrower one wins.',
  noTemplate: 'none',
  thenProfile: 'then the profile itself',
  settings: (number: number) => countText(number, 'setting', 'settings'),
  after: (name: string) => `after ${name}`,
  unsaved: 'not saved',

  profiles: 'Profiles',
  filter: 'Filter profiles',
  sortBy: 'Sort by',
  listLabel: 'Profiles of the library',
  shown: (shown: number, all: number) =>
    shown === all ? count.format(all) : `${count.format(shown)} of ${count.format(all)}`,
  user: 'User',
  anybody: 'anybody',
  signed: 'Signed',
  signedFor: (routes: readonly DirectRoute[]) =>
    `A signed file is kept: ${routes.map((route) => routeNames[route]).join(', ')}`,
  recommended: 'recommended',
  byPlace: 'by its place',
  noAddress: 'not known yet',
  noProfiles: 'No profiles yet',
  noProfilesBody:
    'A profile becomes one .rdp file. Make one for a VM, import what you have, or make many files from a list.',
  noMatch: (filter: string) => `No profile fits “${filter}”`,
  noMatchBody: (all: number) =>
    all === 1 ? 'The filter hides the only profile.' : `The filter hides all ${count.format(all)} profiles.`,
  clearFilter: 'Clear the filter',
  connect: 'Connect (Ctrl+Enter)',
  keys: 'Enter opens · Ctrl+Enter connects · Delete removes',

  problems: (number: number) =>
    number === 1
      ? 'One file of the library is not used.'
      : `${count.format(number)} files of the library are not used.`,
  details: 'Details',
  hide: 'Hide',
  whatDiffers: 'What differs',
  theEntry: 'The entry',
  theCopy: 'The copy',
  keepEntry: 'Keep the entry',
  keepCopy: 'Keep the copy',
  notDeleted: 'What is not kept is set aside, never deleted.',

  removed: (name: string) => `“${name}” was removed.`,
  notPutBack: (because: string) => `It could not be put back: ${because}`,
  undo: 'Undo',
  savedAgain: (name: string) => `“${name}” is back.`,
  exported: (file: string) => `Exported to ${file}`,
  dismiss: 'Dismiss',

  emptyTitle: 'One template, hundreds of right files',
  emptyLead:
    'A template says once what every connection of a team has in common: what may be shared, how the screen opens, which way people sign in. Profiles inherit it, and become .rdp files, signed if you like.',
  doorTemplate: 'Start with a template',
  doorTemplateBody:
    'For the whole organisation, a tag such as department = finance, or one you choose by name.',
  doorImport: 'Import what you have',
  doorImportBody:
    'Folders of .rdp files, RDCMan .rdg, mRemoteNG confCons.xml. Passwords are never taken over.',
  doorMany: 'Make many files',
  doorManyDeed: 'Begin',
  doorManyBody: 'From a list of VMs and people, or from a filter over Azure: a folder or zip a person.',
} as const;
