import type { ReactElement } from 'react';
import type { DirectRoute } from '../../../shared/profiles/entry';
import { routeNames } from '../../components/profile-words';
import { isOwn } from './composed';
import { useEditor } from './editor-context';
import { ChoiceField } from './Field';
import { words } from './words';

const routes = Object.keys(routeNames) as DirectRoute[];

/** The way to sign in; left open, the next template decides, and in the end the checks. */
export function RouteField(): ReactElement {
  const { entry, composed, change } = useEditor();
  const { route, routeFrom } = composed;
  const inherited = routeFrom && !isOwn(routeFrom, entry) ? routeNames[route] : null;
  return (
    <ChoiceField
      label={words.route}
      value={entry.route ?? ''}
      choices={[['', words.routeLeft(inherited)], ...routes.map((each) => [each, routeNames[each]] as const)]}
      onChange={(chosen) => change({ ...entry, route: routes.find((each) => each === chosen) ?? null }, null)}
    />
  );
}
