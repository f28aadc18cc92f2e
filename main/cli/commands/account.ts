import type { Command } from '../command';
import { sessionText } from '../text/session-text';

export const account: Command = {
  name: 'account',
  summary: 'who is signed in, and the tenants they can see',

  async run({ output, signal, services }) {
    const { session } = await services();
    const state = await session.state({ withTenants: signal });
    output.answer(state, () => sessionText(state));
    return state.account ? 0 : 77;
  },
};
