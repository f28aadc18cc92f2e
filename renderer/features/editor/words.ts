import type { SectionId } from '../../../shared/profiles/editor-sections';
import type { LibraryEntry } from '../../../shared/profiles/library-view';
import type { Origin } from '../../../shared/profiles/resolve';
import type { RdpProperty } from '../../../shared/rdp/rdp-property';
import { countText } from '../../components/count-text';
import { levelNames } from '../../components/profile-words';
import type { Choice, SharingId } from './sharing-choices';

export const sectionNames: Readonly<Record<SectionId, string>> = {
  general: 'General',
  display: 'Display',
  'local-resources': 'Local resources',
  experience: 'Experience',
  advanced: 'Advanced',
  gateway: 'Gateway',
  remoteapp: 'RemoteApp',
};

export const sharingNames: Readonly<Record<SharingId, string>> = {
  clipboard: 'Clipboard',
  drives: 'Drives',
  printers: 'Printers',
  cameras: 'Cameras',
  'smart-cards': 'Smart cards',
  webauthn: 'Passkeys (WebAuthn)',
};

export const choiceNames: Readonly<Record<Choice, string>> = {
  inherited: 'As inherited',
  off: 'Off',
  on: 'On',
};

export const riskWords: Readonly<Record<RdpProperty['risk'], string>> = {
  high: 'high risk',
  medium: 'some risk',
  low: 'little risk',
  none: '',
};

type Client = keyof RdpProperty['support'];
export const clientNames: Readonly<Record<Client, string>> = {
  mstsc: 'Windows client',
  windowsApp: 'Windows App',
  freerdp: 'FreeRDP',
  remmina: 'Remmina',
};

export const supportWords: Readonly<Record<RdpProperty['support'][Client], string>> = {
  yes: 'takes it',
  ignored: 'reads it, does nothing',
  no: 'does not know it',
  unknown: 'not known',
};

/** Where a value comes from, in a few words. */
export function originText(origin: Origin, { kind, id }: LibraryEntry): string {
  switch (origin.kind) {
    case 'connection':
      return 'from the connection';
    case 'product':
      return 'what we write';
    case 'given':
      return 'given for this file';
    case 'template':
      return kind === 'template' && origin.id === id
        ? 'set here'
        : `from ${origin.name} (${levelNames[origin.level].toLowerCase()})`;
    case 'profile':
      return kind === 'profile' && origin.id === id ? 'set here' : `from ${origin.name}`;
  }
}

export const faultWords = {
  name: 'Give it a name of up to 200 characters.',
  notes: 'Notes have up to 10,000 characters.',
  guid: 'An id like 11111111-2222-3333-4444-555555555555, as the portal shows it.',
  resourceGroup: 'The name of a resource group, up to 90 characters.',
  tag: 'The name of a tag, such as department.',
  tagValue: 'The value of a tag has up to 256 characters.',
  vmId: 'Choose a VM of the list, or paste its resource id from the portal.',
  address: 'A host name has up to 255 characters.',
  port: 'A number from 1 to 65535.',
  username: 'A user name has up to 1,000 characters.',
} as const;

export const words = {
  back: 'All profiles',
  template: 'Template',
  profile: 'Profile',
  name: 'Name',
  newTemplate: 'Name of the template',
  newProfile: 'Name of the profile',
  saved: 'Saved',
  unsaved: 'Not saved',
  saving: 'Saving',
  save: 'Save',
  undo: 'Undo (Ctrl+Z)',
  redo: 'Redo (Ctrl+Y)',
  more: 'More',
  duplicate: 'Duplicate',
  discard: 'Discard changes…',
  remove: 'Remove',
  removeTitle: (name: string) => `Remove “${name}” although others name it?`,
  removeBody: (templates: number, profiles: number) => {
    const who = [
      ...(templates > 0 ? [countText(templates, 'template', 'templates')] : []),
      ...(profiles > 0 ? [countText(profiles, 'profile', 'profiles')] : []),
    ].join(' and ');
    return `${who} ${templates + profiles === 1 ? 'names' : 'name'} it. No file is made of what names it until it names another. Undo puts it back.`;
  },
  andMore: (more: number) => `and ${more.toLocaleString('en')} more`,
  keepIt: 'Keep it',
  removeAnyway: 'Remove anyway',
  removeFailed: 'It was not removed',
  discardTitle: 'Discard what you changed?',
  discardBody: (name: string) =>
    `“${name || 'The new entry'}” goes back to what is saved. This cannot be undone.`,
  discardDeed: 'Discard',
  keepEditing: 'Keep editing',
  failed: 'It could not be opened',
  saveFailed: 'It was not saved',
  faulty: 'Not saved: something is filled in wrongly.',
  tryAgain: 'Try again',
  opening: 'Opening',

  outsideChanged: 'Somebody else changed this meanwhile. Nothing of yours is lost.',
  outsideRemoved: 'Somebody else removed this meanwhile. Save it to put it back.',
  whatDiffers: 'What differs',
  hide: 'Hide',
  takeTheirs: 'Take theirs',
  keepMine: 'Keep mine',
  putBack: 'Keep mine',
  mine: 'Mine',
  theirs: 'Theirs',

  keptFile: (routes: string) =>
    `The signed file for ${routes} is used as it is: changes here do not reach it until it is made and signed again.`,

  sections: 'Sections',
  overview: 'Overview',
  ownSettings: 'Set here',
  unknownSettings: 'Other lines',
  search: 'Search settings',
  searchKeys: 'Ctrl+F',
  settingsLabel: 'Settings',
  noMatch: (search: string) => `No setting fits “${search}”.`,
  noOwn: 'Nothing is set here yet. Search for a setting, or go through the sections.',
  clearSearch: 'Clear the search',
  showFile: 'Show the file',
  hideFile: 'Hide the file',

  sharing: 'What it asks the PC to share',
  sharingLead:
    'Off unless a template asks. Since April 2026 each of these is one more box, unticked, before it opens.',
  asksFor: 'asked for',
  off: 'off',

  appliesTo: 'Whom it is for',
  level: 'Applies to',
  tenantId: 'Tenant id',
  subscriptionId: 'Subscription id',
  resourceGroup: 'Resource group',
  tag: 'Tag',
  tagValue: 'Value',
  anyValue: 'any value',
  inherits: 'Comes after',
  inheritsHint: 'Another named template that is laid before this one.',
  none: 'none',
  route: 'Sign-in',
  routeLeft: (inherited: string | null) =>
    inherited ? `As inherited (${inherited})` : 'As the checks recommend',
  notes: 'Notes',

  where: 'Where it leads',
  vm: 'VM',
  vmIs: (name: string, resourceGroup: string) => `${name}, in ${resourceGroup}`,
  vmHint: 'Name of a VM in the list, or its resource id.',
  address: 'Host name',
  addressHint: (computerName: string | null) =>
    computerName
      ? `Empty takes ${computerName}, the computer name last seen, or what the checks find.`
      : 'Empty takes what the checks find. Only a sign-in with password can go to an address.',
  port: 'Port',
  portHint: 'Empty takes 3389.',
  username: 'User',
  usernameHint: 'user@domain.com. Empty asks nobody in advance.',
  templateChoice: 'Template',
  templateHint: 'Those of its tenant, subscription, resource group and tags apply by themselves.',
  gone: (id: string) => `${id} (not in the library)`,
  importedFrom: 'Imported from',

  reset: (value: string) => `Back to ${value}`,
  resetLabel: 'Reset to inherited',
  noLine: 'no line',
  notWritten: 'not written',
  clientAssumes: (value: string) => `Windows takes ${value}`,
  emptyText: 'empty',
  notInList: 'not one of the list',
  secret: 'Never kept: passwords and tokens have no place in a library.',
  details: 'Details',
  default: 'Where the line is missing',
  nothingAssumed: 'nothing is assumed',
  savedByClient: 'What Windows 11 saves',
  oldClient: 'Clients up to 8.0',
  documentation: 'Documentation of host pools',
  support: 'Clients',
  risk: 'Risk',
  note: 'To know',
  chain: 'Where it comes from',
  instead: 'else',
  deprecated: 'deprecated',
  source: 'Source',
  follows: 'Follows from the VM, the route and the account.',

  unknownTitle: 'Settings nobody here knows',
  unknownLead: 'They are kept, and written as they are.',
  unknownLine: (number: number) => `Line ${number}`,
  addLine: 'Add a line',
  addLinePlaceholder: 'name:type:value',
  add: 'Add',
  removeLine: 'Remove this line',
  noLineFault: 'Write name:type:value, such as shiny setting:i:1.',

  signed: 'Signed file',
  signedBy: 'Publisher',
  signedFailed: 'The signed file could not be read',
  reading: 'Reading',
  file: 'File',
  findings: 'Findings',
  dialog: 'Windows asks',
  noFile: 'No file can be made of it yet',
  anyVm: 'THE-VM stands for the name of the VM.',
  tagsSeen: 'Templates for the tags of its VM are in.',
  tagsNotSeen:
    'Templates for tags of the VM are not in these values: only Azure knows its tags, and did not tell them now. They join when the file is made.',
  layersProblem: 'Not every template could be laid',
  changedHere: 'Marked lines are set here.',
} as const;
