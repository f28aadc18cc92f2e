import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSameHost } from '../../shared/network/host-name';

/** What the hosts file gives for a name; null where there is none to read. */
export async function hostsFileAddresses(
  name: string,
  file: string = hostsFilePath(),
): Promise<string[] | null> {
  const text = await textOf(file);
  return text === null ? null : addressesInHosts(text, name);
}

/** `10.1.0.4 web-01 web-01.corp.example # ours`: an address, then every name it is given to. */
function addressesInHosts(text: string, name: string): string[] {
  const plain = name.replace(/\.$/, '');
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const [address, ...names] = line.replace(/#.*$/, '').trim().split(/\s+/);
    return address && names.some((one) => isSameHost(one, plain)) ? [address] : [];
  });
}

/** Suffixes that the system adds to a short name. Where it does not keep them in a file they are not known. */
export async function searchSuffixes(file = '/etc/resolv.conf'): Promise<string[]> {
  if (process.platform === 'win32') return [];
  return suffixesIn((await textOf(file)) ?? '');
}

/** The last `search` or `domain` line counts, as resolv.conf(5) says. */
function suffixesIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  const last = lines.findLast(([word]) => word === 'search' || word === 'domain');
  return last?.slice(1).filter((suffix) => suffix !== '.') ?? [];
}

function hostsFilePath(): string {
  if (process.platform !== 'win32') return '/etc/hosts';
  return join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'drivers', 'etc', 'hosts');
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}
