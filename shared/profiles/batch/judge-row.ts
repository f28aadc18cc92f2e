import { isAppError } from '../../errors/app-error';
import { composeConnection, isWindowsAccount } from '../../rdp/compose';
import { portIn } from '../../rdp/connection';
import { shown } from '../../rdp/shown';
import { DirectRoute } from '../entry';
import type { ListRow } from './list-row';
import type { ListedVm } from './listed-vm';
import type { PlannedRow, RowFile } from './planned-row';
import type { createRecipes } from './recipes';
import type { VmIndex } from './vm-index';
import { warningsOf } from './vm-warnings';

/** What a row is judged with. */
export interface Planning {
  readonly vms: VmIndex;
  readonly recipeFor: ReturnType<typeof createRecipes>;
  /** For rows that name none. */
  readonly template: string | null;
  readonly route: DirectRoute | null;
}

/** A row on its way: mutable until its place is found. */
export interface JudgedRow extends Omit<PlannedRow, 'file' | 'entry' | 'make' | 'problem' | 'warnings'> {
  readonly out: string | null;
  readonly warnings: string[];
  problem: string | null;
  make: RowFile | null;
  /** The zip it goes into. */
  container: string | null;
  path: string | null;
}

/** Its VM, its route and template, and what its file says; or the first thing that is wrong. */
export function judgeRow(row: ListRow, planning: Planning): JudgedRow {
  const { line, out } = row;
  const user = row.user?.replace(/^AzureAD\\/i, '') ?? null;
  const judged: JudgedRow = {
    line,
    vm: row.vm,
    user,
    out,
    route: null,
    address: null,
    template: null,
    asks: [],
    warnings: [],
    problem: row.problem,
    vmId: null,
    vmName: null,
    computerName: null,
    make: null,
    container: null,
    path: null,
  };
  if (judged.problem !== null) return judged;
  const { vm, problem } = planning.vms.find(row.vm);
  if (!vm) return { ...judged, problem };
  const known = { ...judged, vmId: vm.id, vmName: vm.name, computerName: vm.computerName };
  return withFile(known, row, vm, planning);
}

function withFile(judged: JudgedRow, row: ListRow, vm: ListedVm, planning: Planning): JudgedRow {
  if (vm.osType === 'Linux') {
    return { ...judged, problem: `${vm.name} runs Linux, and signing in over Remote Desktop needs Windows.` };
  }
  const asked = routeIn(row.route);
  if (asked.problem !== null) return { ...judged, problem: asked.problem };
  const { recipe, problem } = planning.recipeFor(vm, row.template ?? planning.template, row.given);
  if (!recipe) return { ...judged, problem };
  const route = asked.route ?? planning.route ?? recipe.route ?? 'web-account';
  const address = row.address === null ? vm.computerName : hostIn(row.address);
  if (address === null) {
    return {
      ...judged,
      route,
      problem: `Azure does not say the computer name of ${vm.name}, and its resource name may be another one. Write it in a column “full address”.`,
    };
  }
  const port = portIn(row.port ?? portBehind(row.address) ?? '3389');
  if (port === null)
    return {
      ...judged,
      route,
      problem: `${shown(row.port ?? row.address ?? '')} names no port: a whole number from 1 to 65535 is one.`,
    };
  const make: RowFile = { address, port, username: judged.user, route, recipe };
  return {
    ...judged,
    route,
    address,
    template: recipe.template,
    asks: [...recipe.asks],
    warnings: warningsOf(vm),
    problem: faultOf(make),
    make,
  };
}

function routeIn(text: string | null): { route: DirectRoute | null; problem: null } | { problem: string } {
  if (text === null) return { route: null, problem: null };
  const { data: route } = DirectRoute.safeParse(text.toLowerCase());
  if (route) return { route, problem: null };
  return {
    problem: /^bastion-(client|portal)$/i.test(text)
      ? `The route ${text.toLowerCase()} goes through Azure Bastion, which makes its own file for each connection. Only web-account and password have files.`
      : `${shown(text)} is no route. There are web-account and password.`,
  };
}

// `web-01:3390`, as an .rdp file writes it; an IPv6 address has brackets there.
const withPort = /^(\[.*\]|[^:]*):(\d+)$/;

function hostIn(address: string): string {
  return withPort.exec(address)?.[1] ?? address;
}

function portBehind(address: string | null): string | null {
  return (address === null ? null : withPort.exec(address)?.[2]) ?? null;
}

function faultOf(make: RowFile): string | null {
  if (make.username !== null && isWindowsAccount(make.username)) {
    return `No file: “${make.username}” is no account of Entra ID, and a VM that is joined to Entra ID refuses any other. Write user@domain.com.`;
  }
  try {
    composeConnection(make);
    return null;
  } catch (error) {
    if (isAppError(error))
      return error.message.replace(/^The connection file could not be written: /, 'No file: ');
    throw error;
  }
}
