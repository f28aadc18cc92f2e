import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { wiresOf } from '../main/electron/wires';
import { contract } from '../shared/ipc/contract';

const root = resolve(import.meta.dirname, '..');
const at = (path: string): string => resolve(root, path);

/** The entries whose source is there: each shell builds without the other. */
function entries(all: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all)
      .map(([name, path]) => [name, at(path)] as const)
      .filter(([, path]) => existsSync(path)),
  );
}

/** `"type": "module"` makes .js an ES module; a sandboxed preload must be CommonJS, and CommonJS starts faster. */
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

// Targets are named because electron-vite would take them from the newest Electron's types, and we support 33 too.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      minify: true,
      outDir: at('out/main'),
      rolldownOptions: {
        input: entries({ index: 'main/electron/index.ts', cli: 'main/cli/index.ts' }),
        external: ['@napi-rs/keyring'],
        output: commonJs,
      },
    },
  },
  preload: {
    define: { contractWires: JSON.stringify(wiresOf(contract)) },
    build: {
      target: 'node20.18',
      minify: true,
      outDir: at('out/preload'),
      rolldownOptions: {
        input: entries({
          preload: 'main/electron/preload.ts',
          'password-preload': 'main/electron/password-window/preload.ts',
        }),
        output: commonJs,
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    // Copied as it is: the window's icon.
    publicDir: at('build/icons/window'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      outDir: at('out/renderer'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
