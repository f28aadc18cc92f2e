import type { CompleteNetwork } from './demo-networks';
import type { FilePath, ReportProblem } from './references';
import type { DemoTenantFile } from './tenant-file';

/** Places interfaces in subnets by name, and hands each subnet's addresses out in order. */
export function addressBook(
  file: DemoTenantFile,
  networks: readonly CompleteNetwork[],
  report: ReportProblem,
) {
  const taken = new Set(
    file.virtualMachines.flatMap(({ interfaces }) =>
      interfaces.flatMap(({ privateAddresses }) => privateAddresses ?? []),
    ),
  );
  const nextIn = new Map(
    networks
      .flatMap(({ subnets }) => subnets)
      .map(({ addressPrefix, id }) => [id, addressesOf(addressPrefix, taken)]),
  );

  return (network: string | undefined, subnet: string | undefined, path: FilePath) => {
    const found = network === undefined ? networks[0] : networks.find(({ name }) => name === network);
    const place =
      subnet === undefined ? found?.subnets[0] : found?.subnets.find(({ name }) => name === subnet);
    if (!found || !place) {
      report(path, `expected a network and one of its subnets, got "${network ?? ''}/${subnet ?? ''}"`);
    }
    return {
      networkId: found?.id ?? '',
      subnetId: place?.id ?? '',
      nextAddress: nextIn.get(place?.id ?? '') ?? (() => ''),
    };
  };
}

/** Azure keeps the first four addresses of a subnet for itself. */
function addressesOf(prefix: string, taken: ReadonlySet<string>): () => string {
  const [base = '10.0.0.0'] = prefix.split('/');
  let next = numberOf(base) + 4;
  return () => {
    while (taken.has(dotted(next))) next += 1;
    next += 1;
    return dotted(next - 1);
  };
}

export function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

export function dotted(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
