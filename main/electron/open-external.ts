import { shell } from 'electron';
import { AppError } from '../../shared/errors/app-error';
import { isAllowedLink } from './allowed-links';

/** The only door from our pages to the system's browser. @throws AppError `invalid-request` for a link that may not leave. */
export async function openExternal(url: string): Promise<void> {
  if (!isAllowedLink(url))
    throw new AppError(
      'invalid-request',
      'The link was not opened: it does not lead to a Microsoft page the app knows. Copy it and open it yourself if you trust it.',
    );
  await shell.openExternal(url);
}
