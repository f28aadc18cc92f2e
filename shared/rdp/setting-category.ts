import { z } from 'zod';

/** How the catalogue sorts settings. In a file of its own: the catalogue brings every property with it. */
export const SettingCategory = z.enum([
  'connection',
  'authentication',
  'session',
  'gateway',
  'security',
  'display',
  'devices',
  'audio',
  'remoteapp',
  'performance',
  'other',
]);
