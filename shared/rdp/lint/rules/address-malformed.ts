import { shown } from '../../shown';
import { addressPartsOf } from '../address';
import { type LintRule, observed } from '../rule';

const names = ['full address', 'alternate full address', 'gatewayhostname'];

export const addressMalformed: LintRule = {
  id: 'address-malformed',
  title: 'An address not every client can read',

  look({ all }) {
    return names.flatMap(all).flatMap((setting) => {
      const { problem } = addressPartsOf(setting.value);
      return problem === null
        ? []
        : [observed('medium', setting, `“${setting.name}” is ${shown(setting.value)}: ${problem}.`)];
    });
  },
};
