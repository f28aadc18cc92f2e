import { join } from 'node:path';
import { app } from 'electron';

/** A file of out/, in a checkout and in the packaged app. Bundling moves modules about, so that `import.meta` cannot tell. */
export function builtFile(path: string): string {
  return join(app.getAppPath(), 'out', path);
}
