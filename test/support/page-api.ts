import { connectApi } from '../../renderer/api';
import type { Api } from '../../shared/ipc/contract';
import { contract } from '../../shared/ipc/contract';
import { callsOf } from '../../shared/ipc/define-contract';
import { replyWith } from '../../shared/ipc/reply';
import { answersOf, type Stage } from './answers';

interface PageApi {
  readonly api: Api;
  /** Announces as main would, by the channel's name. */
  readonly announce: (channel: string, payload: unknown) => void;
}

/** The page's view of main without a browser: the real client over a bridge that answers in this process. */
export function pageApi(changes: Parameters<typeof answersOf>[1] = {}): PageApi {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const announce = (channel: string, payload: unknown): void =>
    listeners.get(channel)?.forEach((listener) => listener(payload));
  const stage: Stage = {
    main: { announce: async (room, name, payload) => announce(`${room}.${String(name)}`, payload) },
  };
  const answers = answersOf(stage, changes) as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;

  const bridge: Record<string, Record<string, (argument: unknown) => unknown>> = {};
  for (const { room, key, channel, entry } of callsOf(contract)) {
    const calls = (bridge[room] ??= {});
    calls[key] =
      entry.kind === 'request'
        ? (input) =>
            replyWith(
              () => answers[room]?.[key]?.(input) ?? Promise.reject(new Error(`${channel} is not answered`)),
              () => {},
            )
        : (listener) => {
            const heard = listeners.get(channel) ?? new Set();
            listeners.set(channel, heard);
            heard.add(listener as (payload: unknown) => void);
            return () => heard.delete(listener as (payload: unknown) => void);
          };
  }
  return { api: connectApi(bridge), announce };
}
