import { isIpAddress } from '../../../network/host-name';
import { shown } from '../../shown';
import { addressPartsOf } from '../address';
import { isAskedFor } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const webAccountNeedsAName: LintRule = {
  id: 'web-account-needs-a-name',
  title: 'A web account with an IP address',

  look(file) {
    if (!isAskedFor(file, 'enablerdsaadauth')) return [];
    return ['full address', 'alternate full address']
      .flatMap(file.all)
      .filter(({ value }) => isIpAddress(addressPartsOf(value).host))
      .map((setting) =>
        observed(
          'high',
          setting,
          `“${setting.name}” is the IP address ${shown(setting.value)}, and enablerdsaadauth is on: a web account signs in to a host name only.`,
        ),
      );
  },
};
