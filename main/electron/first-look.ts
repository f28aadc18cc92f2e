import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../shared/settings/settings';
import type { WindowPlace } from './window-place';

/** What the window must know of the settings before it opens. */
export interface FirstLook {
  readonly theme: Settings['theme'];
  readonly place: WindowPlace | null;
}

/**
 * Reads it from the settings file by hand: the schemas load after the window is on its way, where they cost
 * nothing. What is not as expected is left out here; the page tells of settings that cannot be read.
 */
export async function readFirstLook(settingsFolder: string): Promise<FirstLook> {
  const text = await readFile(join(settingsFolder, 'settings.json'), 'utf8').catch(() => '{}');
  const settings = parse(text);
  return { theme: themeFrom(property(settings, 'theme')), place: placeFrom(property(settings, 'window')) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function themeFrom(value: unknown): FirstLook['theme'] {
  return value === 'light' || value === 'dark' ? value : 'system';
}

function placeFrom(value: unknown): WindowPlace | null {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => integer(property(value, name)));
  if (width === undefined || height === undefined) return null;
  return { x, y, width, height, isMaximised: property(value, 'isMaximised') === true };
}

function integer(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? Number(value) : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
