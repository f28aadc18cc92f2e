import type { SignInMethod } from '../../../shared/session/session-state';
import type { Command } from '../command';
import { sessionText } from '../text/session-text';

export const signIn: Command = {
  name: 'sign-in',
  summary: 'sign in with Microsoft Entra ID',
  options: [
    { flags: '--device-code', description: 'with a code typed on another device' },
    { flags: '--use-az', description: "reuse the Azure CLI's sign-in" },
  ],

  async run({ options, output, signal, services }) {
    const { session } = await services();
    const method: SignInMethod = options.flag('use-az')
      ? 'azure-cli'
      : options.flag('device-code')
        ? 'device-code'
        : 'browser';
    if (method === 'browser') output.note('The browser opens for signing in.');
    const state = await session.signIn(method, {
      signal,
      onDeviceCode: ({ verificationUri, userCode }) =>
        output.note(`Open ${verificationUri} and enter the code ${userCode}.`),
    });
    output.answer(state, () => sessionText(state));
    return 0;
  },
};
