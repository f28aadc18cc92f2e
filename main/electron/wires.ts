import { type Contract, callsOf } from '../../shared/ipc/define-contract';

/** What preload needs to know of one entry of the contract. */
export interface Wire {
  readonly room: string;
  readonly key: string;
  readonly channel: string;
  readonly kind: 'request' | 'announcement';
}

/** The contract without its schemas, as one command-line argument for preload. */
export function contractArgument(contract: Contract): string {
  const wires: Wire[] = [...callsOf(contract)].map(({ room, key, channel, entry }) => ({
    room,
    key,
    channel,
    kind: entry.kind,
  }));
  return `--contract=${JSON.stringify(wires)}`;
}
