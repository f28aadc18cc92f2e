import { addressIn, isHostName } from '../../network/host-name';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { fail, pass, remedy } from '../verdict';

const remedies = [
  remedy.do("Connect to the VM's computer name instead of an address."),
  remedy.do('Where only the address leads to the VM, sign in with a password.'),
];

export const targetIsAHostName = defineCheck({
  id: 'target-is-a-host-name',
  title: 'The connection goes to a host name, not to an IP address',
  routes: ['web-account', 'bastion-client', 'bastion-portal'],
  source: connectionSources.webAccount,
  needs: ['target'],

  judge({ target: { address } }) {
    if (isHostName(address)) return pass(`${address} is a host name.`);
    const plain = addressIn(address);
    if (plain === null) return fail(`“${address}” cannot be the name of a host.`, remedies);
    const spelled = plain === address ? '' : ` (${plain} in another spelling)`;
    return fail(
      `${address} is an IP address${spelled}. Entra ID signs in to a host name only: it looks the VM up by it.`,
      remedies,
    );
  },
});
