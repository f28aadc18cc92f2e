import { isSameAddress, isSameHost } from '../../../network/host-name';
import { shown } from '../../shown';
import { addressPartsOf } from '../address';
import { type LintRule, observed } from '../rule';

export const addressMismatch: LintRule = {
  id: 'address-mismatch',
  title: 'Shows one address and connects to another',

  look({ all }) {
    const visible = all('full address').filter(({ value }) => value.trim() !== '');
    return all('alternate full address').flatMap((alternate) => {
      const other = visible.find(({ value }) => !isSameTarget(value, alternate.value));
      return alternate.value.trim() === '' || !other
        ? []
        : [
            observed(
              'high',
              alternate,
              `“alternate full address” is ${shown(alternate.value)} and wins over “full address”, which shows ${shown(other.value)} in line ${other.line}.`,
            ),
          ];
    });
  },
};

function isSameTarget(a: string, b: string): boolean {
  const [one, two] = [addressPartsOf(a), addressPartsOf(b)];
  const isSame = isSameHost(one.host, two.host) || isSameAddress(one.host, two.host);
  return isSame && (one.port ?? 3389) === (two.port ?? 3389);
}
