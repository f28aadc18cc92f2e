import { readBounded } from '../../files/read-bounded';
import type { Command } from '../command';
import { consentText } from '../text/consent-text';

export const setup: Command = {
  name: 'setup',
  argument: {
    name: '<file-or-link>',
    description: "the organisation's settings: cloud, tenant and client id",
  },
  summary: "take an organisation's settings, and say what is consented to",
  notes: 'How an organisation makes its settings: docs/app-registration.md',

  async run({ words: [given = ''], output, signal, services }) {
    const rooms = await services();
    const { readSetup } = await import('../../settings/read-setup');
    const organisation = readSetup(/^[a-z][a-z0-9+.-]+:\/\//i.test(given) ? given : await textOf(given));
    await rooms.settings.change((settings) => ({ ...settings, organisation }));

    const consents = (await rooms.session.state()).account ? await rooms.session.consents(signal) : null;
    output.answer({ organisation, consents }, () =>
      [
        `Set up for ${organisation.name ?? organisation.tenant} (${organisation.cloud}).`,
        consents ? consentText(consents) : 'Next: entra-rdp sign-in',
      ].join('\n'),
    );
    return 0;
  },
};

async function textOf(file: string): Promise<string> {
  return new TextDecoder().decode(await readBounded(file, `The set-up file ${file}`));
}
