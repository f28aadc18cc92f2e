import { shown } from '../../shown';
import { isAskedFor, mayBe } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const gateway: LintRule = {
  id: 'gateway',
  title: 'Leads through a gateway the file names',

  look(file) {
    const isUsed = file.all('gatewayusagemethod').some((setting) => mayBe(setting, 1) || mayBe(setting, 2));
    if (!isUsed) return [];
    const alsoForTheHost = isAskedFor(file, 'promptcredentialonce')
      ? ' It is also given the credentials meant for the host (promptcredentialonce).'
      : '';
    return file
      .all('gatewayhostname')
      .filter(({ value }) => value.trim() !== '')
      .map((setting) =>
        observed(
          'medium',
          setting,
          `The session goes through the gateway ${shown(setting.value)}, which sees the sign-in to it.${alsoForTheHost}`,
        ),
      );
  },
};
