import type { IpcMainEvent } from 'electron';
import { z } from 'zod';
import { AppError } from '../../../shared/errors/app-error';
import { type Contract, callsOf, type Handlers } from '../../../shared/ipc/define-contract';
import { replyWith } from '../../../shared/ipc/reply';
import { replyChannel } from '../bridge';
import type { Sender } from '../our-windows';

type Asker = Sender & Pick<IpcMainEvent, 'reply'>;

/** What serving needs of Electron's ipcMain. */
export interface MainIpc {
  on(channel: string, listener: (event: Asker, id: unknown, raw: unknown) => void): unknown;
}

interface Options {
  readonly isOurs: (event: Sender) => boolean;
  readonly logBug: (bug: unknown) => void;
}

type AnyHandlers = Readonly<Record<string, Readonly<Record<string, (input: never) => Promise<unknown>>>>>;

/** Answers every request of the contract. Sender, input and output are held to it in this one place. */
export function serveContract<C extends Contract>(
  ipc: MainIpc,
  contract: C,
  handlers: Handlers<C> & AnyHandlers,
  { isOurs, logBug }: Options,
): void {
  for (const { room, key, channel, entry } of callsOf(contract)) {
    if (entry.kind !== 'request') continue;
    const handle = handlers[room]?.[key];
    if (!handle) throw new Error(`Nothing handles ${channel}, which the contract promises.`);

    const answer = (event: Asker, raw: unknown) =>
      replyWith(async () => {
        if (!isOurs(event)) throw new AppError('untrusted-sender', 'This page may not call the app.');
        // `never`, as each handler takes its own input; the schema beside it has just made that.
        return entry.output.parse(await handle(accept(entry.input, raw) as never));
      }, logBug);
    ipc.on(channel, (event, id, raw) => {
      void answer(event, raw).then((reply) => {
        event.reply(replyChannel, id, reply);
      });
    });
  }
}

function accept(schema: z.ZodType, raw: unknown): unknown {
  const { success, data, error } = schema.safeParse(raw);
  if (!success) throw new AppError('invalid-request', z.prettifyError(error), { cause: error });
  return data;
}
