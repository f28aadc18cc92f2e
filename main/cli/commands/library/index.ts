import type { CommandGroup } from '../../command';
import { check } from './check';
import { exportLibrary } from './export';
import { importLibrary } from './import';
import { list } from './list';
import { remove } from './remove';
import { set } from './set';
import { settle } from './settle';
import { show } from './show';

/** The folder of templates and profiles. */
export const library: CommandGroup = {
  name: 'library',
  summary: 'templates and profiles: list, show, change, check, export and import them',
  actions: [list, show, set, remove, check, settle, exportLibrary, importLibrary],
};
