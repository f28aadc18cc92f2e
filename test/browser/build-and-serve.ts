import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

const root = resolve(import.meta.dirname, '../../renderer');
const outDir = resolve(import.meta.dirname, '../../out/browser-tests');

/** Builds the renderer as the app does and serves it on a free port of loopback. */
export default async function buildAndServe(): Promise<() => Promise<void>> {
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      outDir,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  });
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  process.env['RENDERER_URL'] = `http://127.0.0.1:${address.port}/`;
  return () => server.close();
}
