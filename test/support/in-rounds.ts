import { Duplex } from 'node:stream';
import type { World } from '../../main/preflight/gatherer';

/** How a piece of work went through a world whose calls are let go together, round by round. */
export interface RoundCount {
  /** Length of the longest chain of calls in which each needed the one before. */
  readonly rounds: number;
  readonly calls: readonly string[];
}

/**
 * Runs work in a world where every call waits until all others wait too, and then all go on at once. How many
 * times that happens is the longest chain of dependent calls: no clock is part of it.
 *
 * A reader's own second requests (a subnet's security group) are counted where they are known.
 */
export async function inRounds<T>(
  world: World,
  work: (world: World) => Promise<T>,
): Promise<RoundCount & { readonly result: T }> {
  const gates = new Gates();
  const ended = work(gated(world, gates)).finally(() => gates.end());
  await gates.openInRounds();
  return { result: await ended, rounds: gates.rounds, calls: gates.calls };
}

class Gates {
  rounds = 0;
  readonly calls: string[] = [];
  private waiting: (() => void)[] = [];
  private underWay = 0;
  private isOver = false;

  /** One call: waits for its round, then does what it does. */
  async call<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.calls.push(name);
    await new Promise<void>((go) => {
      this.waiting.push(go);
    });
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
    }
  }

  end(): void {
    this.isOver = true;
  }

  async openInRounds(): Promise<void> {
    while (!this.isOver) {
      await this.untilNothingMoves();
      if (this.waiting.length === 0) continue;
      this.rounds += 1;
      for (const go of this.waiting.splice(0)) go();
    }
  }

  private async untilNothingMoves(): Promise<void> {
    for (let quiet = 0; quiet < 15 && !this.isOver; ) {
      await new Promise((resolve) => {
        setTimeout(resolve, 2);
      });
      quiet = this.underWay > 0 ? 0 : quiet + 1;
    }
  }
}

function gated(world: World, gates: Gates): World {
  const { azure, entra, network } = world;
  return {
    ...world,
    azure: {
      ...eachGated(azure, gates),
      // The subnets, and then the security groups they name.
      outboundAccess: async (interfaces, signal) => {
        const found = await gates.call('subnets', () => azure.outboundAccess(interfaces, signal));
        return gates.call('security groups', () => Promise.resolve(found));
      },
    },
    entra: eachGated(entra, gates),
    network: {
      resolve: (name, signal) => gates.call(`resolve ${name}`, () => network.resolve(name, signal)),
      askNameServers: (name, signal) =>
        gates.call(`ask servers ${name}`, () => {
          if (!network.askNameServers) throw new Error('This network cannot ask servers.');
          return network.askNameServers(name, signal);
        }),
      dial: async (address, port, options) => {
        const stream = await gates.call(`dial ${address}`, () => network.dial(address, port, options));
        return new GatedStream(stream, gates);
      },
    },
  };
}

function eachGated<T extends object>(room: T, gates: Gates): T {
  const entries = Object.entries(room).map(
    ([name, method]: [string, (...args: unknown[]) => Promise<unknown>]) => [
      name,
      (...args: unknown[]) => gates.call(name, () => method(...args)),
    ],
  );
  return Object.fromEntries(entries) as T;
}

/** A connection whose first message waits for its round: the protocol's exchange is a call of its own. */
class GatedStream extends Duplex {
  constructor(
    private readonly inner: Duplex,
    private readonly gates: Gates,
  ) {
    super();
    inner.on('data', (chunk) => this.push(chunk));
    inner.on('end', () => this.push(null));
    inner.on('error', (error) => this.destroy(error));
    inner.on('close', () => this.destroy());
  }

  override _read(): void {
    // Data is pushed as it comes.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    void this.gates.call('negotiate', () => {
      this.inner.write(chunk, done);
      return Promise.resolve();
    });
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.inner.destroy();
    done(error);
  }
}
