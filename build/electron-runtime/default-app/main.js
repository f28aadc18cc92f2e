// Stands in for the app that Electron's own builds carry: `electron [switches] [-r module] <folder or file> [arguments]`.
// An ES module, as Electron waits with `ready` until one has been evaluated, and so until the app's entry has.
import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { preloads, target, wantsVersion } = readCommandLine(process.argv.slice(1));
if (wantsVersion) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (target === undefined) {
  console.error('usage: electron [-r MODULE] FOLDER-OR-FILE [ARGUMENTS]');
  process.exit(64);
}

if (preloads.length > 0) Module._preloadModules(preloads);
// Electron and Playwright tell an app under development from a packaged one by this.
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const folder = resolve(target);
const manifest = join(folder, 'package.json');
if (existsSync(manifest)) takeName(JSON.parse(readFileSync(manifest, 'utf8')));
const entry = createRequire(import.meta.url).resolve(folder);
app.setAppPath(existsSync(manifest) ? folder : dirname(entry));
try {
  await import(pathToFileURL(entry).href);
} catch (error) {
  console.error(error);
  process.exit(1);
}

/** Everything up to the first word that is no switch is Electron's; the rest is the app's. */
function readCommandLine(words) {
  const preloads = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === '-v' || word === '--version') return { preloads, wantsVersion: true };
    if (word === '-r' || word === '--require') {
      index += 1;
      preloads.push(words[index]);
    } else if (!word.startsWith('-')) return { preloads, target: word };
  }
  return { preloads };
}

function takeName({ name, productName, version, desktopName }) {
  if (version) app.setVersion(version);
  app.name = productName ?? name ?? app.name;
  app.setDesktopName?.(desktopName ?? `${app.name}.desktop`);
}
