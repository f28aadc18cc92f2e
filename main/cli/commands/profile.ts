import { AppError } from '../../../shared/errors/app-error';
import type { Command } from '../command';
import { addressIn, addressOptions, routeIn, routeOption, subjectNamed, vmArgument } from './vm-options';

export const profile: Command = {
  name: 'profile',
  argument: vmArgument,
  summary: 'write one .rdp file for a VM',
  options: [
    { flags: '--out <file>', description: 'where to write it' },
    routeOption,
    ...addressOptions,
    { flags: '--set <setting>', description: 'name:type:value, in place of ours', isRepeatable: true },
  ],
  notes: `Example: entra-rdp profile ready-01 --demo --out ready-01.rdp --set redirectclipboard:i:1`,

  async run(context) {
    const { options, output, signal } = context;
    const out = options.text('out');
    if (out === undefined) throw new AppError('invalid-request', 'Say where to write the file: --out FILE.');
    const { withSettings } = await import('./rdp/with-settings');
    const change = withSettings(options.list('set'));
    const services = await context.services();
    const subject = await subjectNamed(services, context);
    const composed = await services.composeProfile({
      subject,
      route: routeIn(options),
      ...addressIn(options),
      signal,
    });
    const { saveProfile } = await import('../../rdp-files/save-profile');
    const changed = change(composed.bytes);
    const file = await saveProfile(out, changed.bytes);

    const { route, address, username } = composed;
    const warnings = [...composed.warnings, ...changed.warnings];
    output.answer(
      { file, route, address, username, signed: false, warnings },
      () => `Wrote ${file} for ${address} (${route}).`,
    );
    for (const warning of warnings) output.note(warning);
    return 0;
  },
};
