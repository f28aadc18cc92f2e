import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { VmId } from '../../../shared/azure/virtual-machine';
import { isAppError } from '../../../shared/errors/app-error';
import { isHostName } from '../../../shared/network/host-name';
import { importLimits } from '../../../shared/profiles/import/imported';
import { readBounded } from '../../files/read-bounded';

/** What the manifest of a batch says of one of its files. */
export interface ListedFile {
  readonly vmId: VmId | null;
  readonly tenantId: string | null;
  readonly computerName: string | null;
}

const Row = z.object({
  file: z.string(),
  resourceId: VmId.nullable().catch(null),
  tenantId: z.string().max(100).nullable().catch(null),
  nameUsed: z.string().max(255).nullable().catch(null),
});

/** As `profiles` writes it: other programs have files of that name, too. */
const Manifest = z.object({ version: z.literal(1), rows: z.array(Row.nullable().catch(null)) });

type Listed = ReadonlyMap<string, ListedFile>;
const none: Listed = new Map();

/** The manifests beside files, each read once. */
export function openManifests(): (path: string, root: string) => Promise<ListedFile | null> {
  const read = new Map<string, Promise<Listed>>();

  function listedIn(folder: string): Promise<Listed> {
    const known = read.get(folder) ?? readManifest(join(folder, 'manifest.json'));
    read.set(folder, known);
    return known;
  }

  /** @param root the folder to look in, and none above it. */
  return async (path, root) => {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const listed = await listedIn(folder);
      const found = listed.get(relative(folder, path).split(sep).join('/'));
      if (found) return found;
      if (folder === root || folder === dirname(folder)) return null;
    }
  };
}

async function readManifest(path: string): Promise<Listed> {
  try {
    const bytes = await readBounded(path, path, importLimits.xmlBytes);
    const { data } = Manifest.safeParse(JSON.parse(Buffer.from(bytes).toString()));
    const rows = (data?.rows ?? []).flatMap((row) => row ?? []);
    return new Map(
      rows.map(({ file, resourceId, tenantId, nameUsed }) => [
        file,
        { vmId: resourceId, tenantId, computerName: nameUsed && isHostName(nameUsed) ? nameUsed : null },
      ]),
    );
  } catch (error) {
    // Whatever is wrong with it, the files beside it are imported without.
    if (isAppError(error) || error instanceof SyntaxError) return none;
    throw error;
  }
}
