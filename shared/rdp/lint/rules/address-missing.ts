import { type LintRule, observed, wholeFile } from '../rule';

export const addressMissing: LintRule = {
  id: 'address-missing',
  title: 'Names no computer to connect to',

  look({ all }) {
    const addresses = all('full address');
    const [first] = addresses;
    if (!first)
      return [observed('medium', wholeFile, 'There is no “full address”, so no client can connect.')];
    return addresses
      .filter(({ value }) => value.trim() === '')
      .map((setting) =>
        observed(
          'medium',
          setting,
          '“full address” is empty: no client can connect, and nobody can sign it.',
        ),
      );
  },
};
