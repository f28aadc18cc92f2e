import { isShortName } from './host-name';

/**
 * What kind of name it is, as each is mended elsewhere: a short name by a suffix, the public DNS label at the public
 * address, a name of Azure's own by the network's DNS setting, any other longer name in its zone.
 */
type NameForm = 'short' | 'public-label' | 'azure-internal' | 'full';

export function formOfName(name: string): NameForm {
  const plain = name.replace(/\.$/, '');
  if (isShortName(plain)) return 'short';
  if (/\.internal\.cloudapp\.net$/i.test(plain)) return 'azure-internal';
  const isLabel = /\.cloudapp\.(azure\.com|azure\.us|chinacloudapi\.cn|usgovcloudapi\.net)$/i.test(plain);
  return isLabel ? 'public-label' : 'full';
}
