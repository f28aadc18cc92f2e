import { AppError } from '../../shared/errors/app-error';
import type { World } from './gatherer';

/** @throws AppError `not-asked` where somebody else is asked about: Azure tells it of the caller alone. */
export function callersOwn({ question: { forUsername } }: World, what: string): void {
  if (forUsername === null) return;
  throw new AppError(
    'not-asked',
    `Azure tells ${what}, only of whoever asks: of ${forUsername} it was not asked. Evidence that they save themselves has it (--evidence).`,
  );
}
