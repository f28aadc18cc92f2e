import type { LibraryEntry } from '../../../shared/profiles/library-view';
import type { Profile } from '../../../shared/profiles/profile';
import { settingsOf } from '../../../shared/profiles/resolve';
import type { AppliesTo } from '../../../shared/profiles/template';
import { faultOf } from '../../../shared/rdp/catalogue';
import { faultWords } from './words';

/** What of an entry is filled in wrongly, by the name of its field: it cannot be saved so. */
export type Faults = Readonly<Partial<Record<string, string>>>;

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const vmId =
  /^\/subscriptions\/[^/?#\s]+\/resourceGroups\/[^/?#\s]+\/providers\/Microsoft\.Compute\/virtualMachines\/[^/?#\s]+$/i;

/**
 * @param saved what the library has: a value that stands there already is kept, whatever it is, and told.
 */
export function faultsOf(entry: LibraryEntry, saved: Pick<LibraryEntry, 'settings'> = entry): Faults {
  return {
    ...valueFaults(entry, saved),
    ...onlyFaults({
      name: lengthFault(entry.name.trim(), 1, 200, faultWords.name),
      notes: lengthFault(entry.notes, 0, 10_000, faultWords.notes),
    }),
    ...(entry.kind === 'template' ? scopeFaults(entry.appliesTo) : profileFaults(entry)),
  };
}

/** What begins the name of a fault in a setting's value. */
export const settingFault = 'setting ';

function valueFaults({ settings }: LibraryEntry, saved: Pick<LibraryEntry, 'settings'>): Faults {
  const before = new Set(saved.settings);
  const changed = settingsOf(settings.filter((line) => !before.has(line)));
  return onlyFaults(
    Object.fromEntries(changed.map((setting) => [`${settingFault}${setting.name}`, faultOf(setting)])),
  );
}

function scopeFaults(appliesTo: AppliesTo): Faults {
  switch (appliesTo.level) {
    case 'organisation':
    case 'named':
      return {};
    case 'tenant':
      return onlyFaults({ tenantId: guidFault(appliesTo.tenantId) });
    case 'subscription':
      return onlyFaults({ subscriptionId: guidFault(appliesTo.subscriptionId) });
    case 'resource-group':
      return onlyFaults({
        subscriptionId: guidFault(appliesTo.subscriptionId),
        resourceGroup: lengthFault(appliesTo.resourceGroup, 1, 90, faultWords.resourceGroup),
      });
    case 'tag':
      return onlyFaults({
        tag: lengthFault(appliesTo.tag, 1, 512, faultWords.tag),
        tagValue: lengthFault(appliesTo.value ?? '', 0, 256, faultWords.tagValue),
      });
  }
}

function profileFaults(profile: Profile): Faults {
  const { port } = profile;
  const isPort = port === null || (Number.isInteger(port) && port >= 1 && port <= 65_535);
  const isVmId = profile.vmId === null || (vmId.test(profile.vmId) && profile.vmId.length <= 512);
  return onlyFaults({
    vmId: isVmId ? null : faultWords.vmId,
    address: lengthFault(profile.address ?? '', 0, 255, faultWords.address),
    port: isPort ? null : faultWords.port,
    username: lengthFault(profile.username ?? '', 0, 1000, faultWords.username),
  });
}

function guidFault(text: string): string | null {
  return guid.test(text) ? null : faultWords.guid;
}

function lengthFault(text: string, least: number, most: number, because: string): string | null {
  return text.length >= least && text.length <= most ? null : because;
}

function onlyFaults(faults: Readonly<Record<string, string | null>>): Faults {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== null)) as Faults;
}
