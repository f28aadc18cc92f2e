import { shown } from '../../shown';
import { type LintRule, observed } from '../rule';

const names: Readonly<Record<string, string>> = {
  kdcproxyname: 'Kerberos requests go to',
  kdcproxyurl: 'Kerberos requests go to',
  diagnosticserviceurl: 'diagnostics go to',
  eventloguploadaddress: 'event logs go to',
  hubdiscoverygeourl: 'the service is looked for at',
  'pre-authentication server address': 'you sign in first at',
  'support url': 'help is offered at',
};

export const sendsElsewhere: LintRule = {
  id: 'sends-elsewhere',
  title: 'Names a further server',

  look({ all }) {
    return Object.entries(names).flatMap(([name, what]) =>
      all(name)
        .filter(({ value }) => value.trim() !== '')
        .map((setting) => observed('low', setting, `“${name}”: ${what} ${shown(setting.value)}.`)),
    );
  },
};
