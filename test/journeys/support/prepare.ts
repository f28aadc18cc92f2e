import { resolveElectronRuntime, runtimeEnvironment } from '../../../build/electron-runtime/resolve.mjs';
import { buildIfStale } from '../../../build/support/build-if-stale.mjs';
import { startDisplay } from '../../support/x-display';

/** Before the journeys: a runtime, a fresh build, and a display where there is none. */
export default async function prepare(): Promise<() => Promise<void>> {
  Object.assign(process.env, runtimeEnvironment(await resolveElectronRuntime()));
  if (!(await buildIfStale())) throw new Error('The app could not be built; what stopped it is told above.');
  if (process.platform !== 'linux' || process.env['DISPLAY']) return async () => {};
  const display = await startDisplay('Xvfb', ['-screen', '0', '1600x1200x24', '-nolisten', 'tcp']);
  process.env['DISPLAY'] = display.name;
  return () => display.close();
}
