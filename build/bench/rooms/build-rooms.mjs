import { pathToFileURL } from 'node:url';
import { at } from '../../support/paths.mjs';

const outDir = at('node_modules/.cache/entra-rdp/bench');

/**
 * Bundles the rooms the way the product is, so that loading and running cost the same.
 *
 * @returns {Promise<string>} the file, for another process to import.
 */
export async function buildRooms() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['@napi-rs/keyring'] },
    build: {
      ssr: at('build/bench/rooms/entry.mjs'),
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      minify: true,
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: 'rooms.cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  });
  return `${outDir}/rooms.cjs`;
}

export async function loadRooms() {
  const { default: rooms } = await import(pathToFileURL(await buildRooms()).href);
  return rooms;
}
