import { nearNames } from '../azure/near-names';
import { AppError } from '../errors/app-error';
import { shown } from '../rdp/shown';
import type { Template } from './template';

/**
 * A template by its id, else by its name, in any letter case.
 *
 * @throws AppError `invalid-request` with the nearest ones for none; `ambiguous` where two have that name.
 */
export function chosenTemplate(text: string, templates: readonly Template[]): Template {
  const wanted = text.trim().toLowerCase();
  const byId = templates.find(({ id }) => id === wanted);
  if (byId) return byId;
  const named = templates.filter(({ name }) => name.trim().toLowerCase() === wanted);
  const [only, ...others] = named;
  if (only && others.length === 0) return only;
  if (only) {
    const ids = named.map(({ id }) => id).join(', ');
    throw new AppError(
      'ambiguous',
      `${named.length} templates are called ${shown(text)}. Give the id of one: ${ids}.`,
    );
  }
  throw new AppError(
    'invalid-request',
    `There is no template ${shown(text)} in the library. ${near(wanted, templates)}`,
  );
}

function near(wanted: string, templates: readonly Template[]): string {
  if (templates.length === 0) return 'It holds no templates.';
  const ids = nearNames(
    wanted,
    templates.flatMap(({ id, name }) => [id, name]),
    3,
  );
  if (ids.length > 0) return `Did you mean ${ids.join(' or ')}?`;
  const some = templates.slice(0, 10).map(({ id }) => id);
  return `It has ${some.join(', ')}${templates.length > some.length ? ' and more' : ''}.`;
}
