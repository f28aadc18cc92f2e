import { AppError } from '../../../../shared/errors/app-error';
import type { RoomHandlers } from '../room-context';

// Replaced by the room itself.
const notBuilt = async (): Promise<never> => {
  throw new AppError('not-here', 'This is not built yet.');
};

export function libraryHandlers(): RoomHandlers<'library'> {
  return {
    read: notBuilt,
    chooseFolder: notBuilt,
    entry: notBuilt,
    save: notBuilt,
    remove: notBuilt,
    settle: notBuilt,
    import: notBuilt,
    export: notBuilt,
    preview: notBuilt,
  };
}
