import { type ReactElement, useId, useMemo } from 'react';
import type { VmId, VmSummary } from '../../../shared/azure/virtual-machine';
import type { Profile } from '../../../shared/profiles/profile';
import { searchOf } from '../../store/search';
import { callNameOf, type IndexedVm } from '../../store/search-index';
import { useApp } from '../../store/store';
import controls from './controls.module.css';
import { useEditor } from './editor-context';
import { Field } from './Field';
import { words } from './words';

/** More than a person looks through under a field. */
const mostOffered = 20;

/** The VM by its name in the list, or by its resource id; its other names come with it. */
export function VmField({ profile }: { readonly profile: Profile }): ReactElement {
  const { faults, change } = useEditor();
  const listId = useId();
  const vms = useApp((state) => state.vms);
  const text = profile.vmId ?? '';
  const offered = useMemo(() => offeredFor(text, vms), [vms, text]);

  const choose = (typed: string): void => {
    const wanted = typed.trim();
    const vm =
      vms.find((row) => row.vm.id === wanted)?.vm ??
      onlyOneNamed(
        wanted,
        vms.map((row) => row.vm),
      );
    if (vm) change({ ...profile, ...factsOf(vm), name: profile.name || callNameOf(vm) }, null);
    // What is no id yet is kept as it is typed, and told as a fault.
    else change({ ...profile, vmId: asTyped(wanted) }, 'vmId');
  };

  return (
    <Field
      label={words.vm}
      hint={nameIn(profile.vmId, faults['vmId']) ?? words.vmHint}
      fault={faults['vmId']}
    >
      {(field) => (
        <>
          <input
            {...field}
            className={controls.input}
            list={listId}
            spellCheck={false}
            title={text}
            value={text}
            onChange={({ target }) => choose(target.value)}
          />
          <datalist id={listId}>
            {offered.map(({ vm }) => (
              <option key={vm.id} value={vm.id} label={`${callNameOf(vm)} · ${vm.resourceGroup}`} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function offeredFor(text: string, vms: readonly IndexedVm[]): readonly IndexedVm[] {
  if (text === '') return vms.slice(0, mostOffered);
  const places = searchOf(vms).places(text).slice(0, mostOffered);
  return Array.from(places).flatMap((place) => vms[place] ?? []);
}

/** The id of a VM, as far as it is typed. */
function asTyped(text: string): VmId | null {
  return text === '' ? null : (text as VmId);
}

function factsOf({
  id,
  tenantId,
  computerName,
}: VmSummary): Pick<Profile, 'vmId' | 'tenantId' | 'computerName'> {
  return { vmId: id, tenantId, computerName };
}

function onlyOneNamed(text: string, vms: readonly VmSummary[]): VmSummary | undefined {
  const wanted = text.toLowerCase();
  if (wanted === '') return undefined;
  const named = vms.filter(
    ({ name, computerName }) => name.toLowerCase() === wanted || computerName?.toLowerCase() === wanted,
  );
  return named.length === 1 ? named[0] : undefined;
}

/** Its id is longer than its field: what one knows the VM by is told below. */
function nameIn(vmId: VmId | null, fault: string | undefined): string | null {
  if (vmId === null || fault !== undefined) return null;
  const parts = vmId.split('/');
  return words.vmIs(parts.at(-1) ?? '', parts[4] ?? '');
}
