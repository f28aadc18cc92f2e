import { AppError, isAppError } from '../../../shared/errors/app-error';
import type { Profile } from '../../../shared/profiles/profile';
import type { Services } from '../../services';
import type { Named } from './named';

/**
 * The library's profile of a name: its own, that of its computer, or its address. Null where there is none, or where
 * the library cannot be read.
 *
 * @throws AppError `ambiguous`; `not-found` for one that says nowhere to connect to.
 */
export async function profileNamed(
  services: Services,
  name: string,
): Promise<{ readonly name: string; readonly named: Named } | null> {
  const library = await services.library();
  const contents = await library.contents().catch((error: unknown) => {
    if (isAppError(error)) return null;
    throw error;
  });
  const profile = onlyOne(name, contents?.profiles.map(({ entry }) => entry) ?? []);
  if (!profile) return null;
  const { connectionOfProfile } = await import('../../profiles/profile-connection');
  const { port, route, ...where } = await connectionOfProfile(library, profile);
  return {
    name: profile.name,
    named: { subject: { ...where, profile }, port, ...(route !== null && { route }) },
  };
}

/** The one of that id; of several for one computer the one for anybody. */
function onlyOne(name: string, profiles: readonly Profile[]): Profile | null {
  const wanted = name.toLowerCase();
  const byId = profiles.find(({ id }) => id === wanted);
  if (byId) return byId;
  const called = profiles.filter((profile) =>
    [profile.name, profile.computerName, profile.address].some((own) => own?.toLowerCase() === wanted),
  );
  const [only, ...others] = called.length > 1 ? called.filter(({ username }) => username === null) : called;
  if (only && others.length === 0) return only;
  if (called.length === 0) return null;
  throw new AppError(
    'ambiguous',
    `${called.length} profiles of the library fit ${name}. Give the id of one: ${called.map(({ id }) => id).join(', ')}.`,
  );
}
