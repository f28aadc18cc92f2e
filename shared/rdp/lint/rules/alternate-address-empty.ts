import { type LintRule, observed } from '../rule';

export const alternateAddressEmpty: LintRule = {
  id: 'alternate-address-empty',
  title: 'An empty second address',

  look({ all }) {
    return all('alternate full address')
      .filter(({ value }) => value.trim() === '')
      .map((setting) =>
        observed(
          'medium',
          setting,
          '“alternate full address” is empty, and still wins in FreeRDP, which then connects to nothing.',
        ),
      );
  },
};
