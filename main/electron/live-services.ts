import type { SessionState } from '../../shared/session/session-state';
import type { Services } from '../services';

interface Makers {
  readonly real: () => Promise<Services>;
  /** `username` chooses the demo tenant's account; null takes its first. */
  readonly demo: (username: string | null) => Promise<Services>;
  readonly startsInDemo: boolean;
  readonly onSessionChanged: (state: SessionState) => void;
}

/** The services behind the window: the real ones or the demo's, exchanged whole. */
export interface LiveServices {
  current(): Promise<Services>;
  enterDemo(username: string | null): Promise<Services>;
  leaveDemo(): Promise<Services>;
  /** Makes the real ones anew, as after an organisation's set-up was taken. */
  restart(): Promise<Services>;
  close(): Promise<void>;
}

export function createLiveServices(makers: Makers): LiveServices {
  let live: Promise<Services> | undefined;
  let stopListening = (): void => {};

  const make = async (making: () => Promise<Services>): Promise<Services> => {
    const services = await making();
    stopListening();
    stopListening = services.session.onChanged(makers.onSessionChanged);
    return services;
  };

  // The new ones are made before the old are closed: when that fails, the old still serve.
  const exchange = (making: () => Promise<Services>): Promise<Services> => {
    const before = live;
    const next = (async () => {
      const old = await before?.catch(() => undefined);
      const services = await make(making);
      await old?.close();
      return services;
    })();
    live = next.catch((error: unknown) => {
      if (before) return before;
      throw error;
    });
    return next;
  };

  const first = (): Promise<Services> => make(makers.startsInDemo ? () => makers.demo(null) : makers.real);

  return {
    current() {
      // A start that failed is tried again with the next call: what stopped it may have been mended.
      live ??= first().catch((error: unknown) => {
        live = undefined;
        throw error;
      });
      return live;
    },
    enterDemo: (username) => exchange(() => makers.demo(username)),
    leaveDemo: () => exchange(makers.real),
    restart: () => exchange(makers.real),
    async close() {
      stopListening();
      const services = await live?.catch(() => undefined);
      await services?.close();
    },
  };
}
