import { type Contract, callsOf } from '../../shared/ipc/define-contract';

/**
 * The contract without its schemas, as one command-line argument for preload:
 * `--contract=kind:room:key:channel,…`. No name of the contract holds a colon or a comma.
 */
export function contractArgument(contract: Contract): string {
  const wires = [...callsOf(contract)].map(({ room, key, channel, entry }) =>
    [entry.kind, room, key, channel].join(':'),
  );
  return `--contract=${wires.join(',')}`;
}
