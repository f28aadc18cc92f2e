import { AppError } from '../../../shared/errors/app-error';
import { usedFileSentence } from '../../../shared/launch/used-file-words';
import type { ComposedProfile } from '../../services';
import type { Command } from '../command';
import { libraryOption } from './library-option';
import { addressIn, addressOptions, routeIn, routeOption, vmArgument } from './vm-options';

export const profile: Command = {
  name: 'profile',
  argument: vmArgument,
  summary: 'write one .rdp file for a VM',
  options: [
    { flags: '--out <file>', description: 'where to write it' },
    routeOption,
    ...addressOptions,
    {
      flags: '--template <template>',
      description: 'id or name of a template of the library, over those that apply to the VM',
    },
    libraryOption,
    { flags: '--set <setting>', description: 'name:type:value, in place of ours', isRepeatable: true },
  ],
  notes: `Templates of the library apply by themselves: the organisation's, then those of the tenant, the subscription,
the resource group and the tags of the VM. --json says of every setting where it comes from.
Example: entra-rdp profile ready-01 --demo --out ready-01.rdp --set redirectclipboard:i:1`,

  async run(context) {
    const { options, output, signal } = context;
    const out = options.text('out');
    if (!out) throw new AppError('invalid-request', 'Say where to write the file: --out FILE.');
    const { settingFrom } = await import('../../../shared/rdp/edits');
    const given = options.list('set').map(settingFrom);
    const services = await context.services();
    const { vmNamed } = await import('./vm-named');
    const { subject } = await vmNamed(services, context);
    const composed = await services.composeProfile({
      subject,
      route: routeIn(options),
      ...addressIn(options),
      template: options.text('template'),
      given,
      signal,
    });
    const { saveProfile } = await import('../../rdp-files/save-profile');
    const { tellable } = await import('../../../shared/profiles/compose-layered');
    const file = await saveProfile(out, composed.bytes);

    const { route, address, username, settings, profile: used } = composed;
    const warnings = [...composed.warnings, ...(await speakingAgainst(composed))];
    output.answer(
      { file, route, address, username, signed: used !== null, warnings, settings: tellable(settings) },
      () =>
        [`Wrote ${file} for ${address} (${route}).`, ...(used ? [usedFileSentence(used)] : [])].join('\n'),
    );
    for (const warning of warnings) output.note(warning);
    return 0;
  },
};

/** What speaks against settings that are not ours. */
async function speakingAgainst({ bytes, settings }: ComposedProfile): Promise<string[]> {
  if (settings.every(({ origin: { kind } }) => kind === 'connection' || kind === 'product')) return [];
  const [{ lintRdp }, { parseRdp }] = await Promise.all([
    import('../../../shared/rdp/lint/lint'),
    import('../../../shared/rdp/parse'),
  ]);
  return lintRdp(parseRdp(bytes))
    .filter(({ severity }) => severity === 'high' || severity === 'medium')
    .map(({ found }) => found);
}
