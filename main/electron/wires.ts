import { type Contract, callsOf } from '../../shared/ipc/define-contract';

/**
 * The contract without its schemas, as the build writes it into preload: `kind:room:key:channel,…`.
 * No name of the contract holds a colon or a comma.
 */
export function wiresOf(contract: Contract): string {
  const wires = [...callsOf(contract)].map(({ room, key, channel, entry }) =>
    [entry.kind, room, key, channel].join(':'),
  );
  return wires.join(',');
}
