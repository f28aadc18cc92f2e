import {
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SplitButton,
} from '@fluentui/react-components';
import { type ReactElement, useEffect, useId } from 'react';
import type { Report, RouteState } from '../../../shared/preflight/report';
import type { ShownLink } from '../../store/link-slice';
import styles from './ConnectButton.module.css';
import type { Way } from './chosen-way';
import { everyRouteId, type Route, shortlyClosed } from './routes';
import { connectBy, routeNames, routeStateWords, words } from './words';

interface ConnectButtonProps {
  readonly report: Report | null;
  readonly way: Way;
  readonly isConnecting: boolean;
  /** The link that brought the VM into view: the button is then where Enter goes. */
  readonly byLink: ShownLink | null;
  readonly onChoose: (route: Route) => void;
  readonly onConnect: () => void;
}

/** Says what it will do. Where the way is closed it stays in its place, but steps back behind the remedy. */
export function ConnectButton(props: ConnectButtonProps): ReactElement {
  const { report, way, isConnecting, byLink, onChoose, onConnect } = props;
  const id = useId();
  useEffect(() => {
    if (byLink) document.getElementById(id)?.focus();
  }, [byLink, id]);
  return (
    <Menu inline positioning="below-start">
      <MenuTrigger disableButtonEnhancement>
        {(triggerProps: object) => (
          <SplitButton
            className={styles.button ?? ''}
            size="large"
            appearance={way.isClosed ? 'secondary' : 'primary'}
            disabled={isConnecting}
            menuButton={{ ...triggerProps, 'aria-label': words.chooseRoute }}
            primaryActionButton={{ id, onClick: onConnect, title: 'Ctrl+Enter' }}
          >
            {labelOf(way)}
          </SplitButton>
        )}
      </MenuTrigger>
      <MenuPopover className={styles.popover ?? ''}>
        <MenuList
          checkedValues={{ route: way.route ? [way.route] : [] }}
          onCheckedValueChange={(_, { checkedItems }) => {
            const chosen = everyRouteId.find((route) => route === checkedItems[0]);
            if (chosen) onChoose(chosen);
          }}
        >
          {everyRouteId.map((route) => (
            <MenuItemRadio key={route} name="route" value={route} subText={subTextOf(report, route)}>
              {routeNames[route]}
              {report?.recommended === route && ` (${words.recommended})`}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function labelOf({ route, isClosed }: Way): string {
  const verb = isClosed ? words.connectAnyway : words.connect;
  return route ? `${verb} · ${connectBy[route]}` : verb;
}

function subTextOf(report: Report | null, route: Route): string {
  const state = report?.routes.find(({ id }) => id === route);
  if (!state) return '';
  return [routeStateWords[state.state], detailOf(state)].filter(Boolean).join(': ');
}

function detailOf(state: RouteState): string {
  return state.state === 'closed' ? shortlyClosed(state) : (state.means[0] ?? '');
}
