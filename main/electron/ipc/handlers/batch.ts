import { AppError } from '../../../../shared/errors/app-error';
import type { RoomHandlers } from '../room-context';

// Replaced by the room itself.
const notBuilt = async (): Promise<never> => {
  throw new AppError('not-here', 'This is not built yet.');
};

export function batchHandlers(): RoomHandlers<'batch'> {
  return {
    chooseCsv: notBuilt,
    plan: notBuilt,
    preview: notBuilt,
    run: notBuilt,
    cancel: notBuilt,
  };
}
