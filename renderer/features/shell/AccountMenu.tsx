import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { SignOut20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { SessionState, SignedInAccount, Tenant } from '../../../shared/session/session-state';
import { useApp } from '../../store/store';
import styles from './AccountMenu.module.css';

interface AccountMenuProps {
  readonly state: SessionState;
  readonly account: SignedInAccount;
}

const methodNames = {
  browser: 'your browser',
  'device-code': 'a code',
  'azure-cli': 'the Azure CLI',
} as const;

/** Who is signed in, their tenants, and the way out; in the demo, who else one can be. */
export function AccountMenu({ state, account }: AccountMenuProps): ReactElement {
  const signOut = useApp((app) => app.signOut);
  const leaveDemo = useApp((app) => app.leaveDemo);
  const isDemo = state.mode === 'demo';
  return (
    <Menu inline positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.trigger ?? ''} title={account.username}>
          <span className="visually-hidden">Account</span>
          <span className={styles.username}>{account.username}</span>
          <Avatar size={28} name={account.displayName ?? account.username} color="brand" aria-hidden="true" />
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover ?? ''}>
        <p className={styles.who}>
          <span className={styles.displayName}>{account.displayName ?? account.username}</span>
          <span>{account.username}</span>
          <span>
            {isDemo ? 'A made-up account of the demo' : `Signed in with ${methodNames[account.method]}`}
            {!isDemo && state.storage === 'memory' && ', kept for this run only: this PC has no keychain'}
          </span>
        </p>
        {isDemo && <DemoAccounts state={state} account={account} />}
        {!isDemo && state.tenants.length > 1 && <Tenants tenants={state.tenants} />}
        <MenuList>
          <MenuDivider />
          <MenuItem icon={<SignOut20Regular />} onClick={() => void (isDemo ? leaveDemo() : signOut())}>
            {isDemo ? 'Leave the demo' : 'Sign out'}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function DemoAccounts({ state, account }: AccountMenuProps): ReactElement {
  const enterDemo = useApp((app) => app.enterDemo);
  return (
    <MenuList
      checkedValues={{ account: [account.username] }}
      onCheckedValueChange={(_, { checkedItems }) => void enterDemo(checkedItems[0] ?? null)}
    >
      <MenuGroup>
        <MenuGroupHeader>Look at Contoso as</MenuGroupHeader>
        {state.demoAccounts.map(({ username, description }) => (
          <MenuItemRadio key={username} name="account" value={username} subText={description}>
            {username}
          </MenuItemRadio>
        ))}
      </MenuGroup>
    </MenuList>
  );
}

function Tenants({ tenants }: { readonly tenants: readonly Tenant[] }): ReactElement {
  const signInToTenant = useApp((app) => app.signInToTenant);
  return (
    <MenuList>
      <MenuGroup>
        <MenuGroupHeader>Tenants</MenuGroupHeader>
        {tenants.map(({ id, name, domain, state, because }) => (
          <MenuItem
            key={id}
            disabled={state === 'signed-in'}
            subText={because ?? domain ?? id}
            onClick={() => void signInToTenant(id)}
          >
            {name}: {{ 'signed-in': 'signed in', 'not-signed-in': 'sign in', failed: 'sign in again' }[state]}
          </MenuItem>
        ))}
      </MenuGroup>
    </MenuList>
  );
}
