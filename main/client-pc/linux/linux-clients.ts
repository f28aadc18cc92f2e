import { freerdpVersionIn, isBuiltWithEntra } from '../../../shared/client-pc/freerdp';
import type { RdpClient } from '../../../shared/client-pc/this-pc';
import { AppError, isAppError } from '../../../shared/errors/app-error';
import type { Surroundings } from '../surroundings';
import { findOnPath } from './find-on-path';

/** Asks an installed program one question; null where it gave no answer. */
type Ask = (program: string, option: string) => Promise<string | null>;

/** A client we look for, under the names distributions give its program, the preferred first. */
interface Sought {
  readonly programs: readonly string[];
  readonly describe: (path: string, program: string, ask: Ask) => Promise<RdpClient>;
}

const sought: readonly Sought[] = [
  // The SDL client shows the sign-in page in a window of its own; the others ask in a terminal.
  { programs: ['sdl-freerdp3', 'sdl-freerdp', 'xfreerdp3', 'wlfreerdp3'], describe: freerdp },
  { programs: ['xfreerdp', 'wlfreerdp'], describe: freerdp },
  { programs: ['remmina'], describe: remmina },
];

/** The RDP clients on PATH, the preferred first: those that can sign in with a web account. */
export async function findLinuxClients(
  { environment, run }: Surroundings,
  signal: AbortSignal,
): Promise<RdpClient[]> {
  const ask: Ask = async (program, option) => {
    try {
      const { stdout, stderr } = await run(program, [option], { signal, timeoutMs: 5000, environment });
      return new TextDecoder().decode(Buffer.concat([stdout, stderr]));
    } catch (error) {
      if (isAppError(error) && error.code === 'cancelled') throw error;
      return null;
    }
  };
  const found = await Promise.all(sought.map((one) => find(one, environment.PATH, ask)));
  const clients = found.flat();
  if (signal.aborted) throw new AppError('cancelled', 'Looking for RDP clients was ended, as asked.');
  return [...clients.filter(canUseWebAccount), ...clients.filter((client) => !canUseWebAccount(client))];
}

async function find(
  { programs, describe }: Sought,
  path: string | undefined,
  ask: Ask,
): Promise<RdpClient[]> {
  for (const program of programs) {
    const found = await findOnPath(program, path);
    if (found !== null) return [await describe(found, program, ask)];
  }
  return [];
}

// Without a display, FreeRDP does not even say its version: then the program's name has to do.
async function freerdp(path: string, program: string, ask: Ask): Promise<RdpClient> {
  const version = freerdpVersionIn((await ask(path, '/version')) ?? '');
  const isThree = version ? Number.parseInt(version, 10) >= 3 : /3$|^sdl-/.test(program);
  if (!isThree) {
    return {
      id: 'freerdp2',
      name: 'FreeRDP 2',
      version,
      path,
      routes: ['password'],
      limits: ['FreeRDP 2 cannot sign in with a web account.'],
    };
  }
  const hasEntra = isBuiltWithEntra((await ask(path, '/buildconfig')) ?? '');
  const common = { id: 'freerdp3', name: 'FreeRDP 3', version, path } as const;
  if (hasEntra === false) {
    return {
      ...common,
      routes: ['password'],
      limits: ['This FreeRDP 3 was built without Entra sign-in, so it cannot sign in with a web account.'],
    };
  }
  return {
    ...common,
    routes: ['web-account', 'password'],
    limits: hasEntra === null ? ['This FreeRDP 3 does not say whether it was built with Entra sign-in.'] : [],
  };
}

async function remmina(path: string, _program: string, ask: Ask): Promise<RdpClient> {
  const version = /Remmina\s+-\s+(\S+)/i.exec((await ask(path, '--version')) ?? '')?.[1] ?? null;
  return {
    id: 'remmina',
    name: 'Remmina',
    version,
    path,
    routes: ['password'],
    limits: ['Remmina cannot sign in with a web account.', 'Remmina does not say how a connection ended.'],
  };
}

function canUseWebAccount({ routes }: RdpClient): boolean {
  return routes.includes('web-account');
}
