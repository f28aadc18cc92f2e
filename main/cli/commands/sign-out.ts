import type { Command } from '../command';

export const signOut: Command = {
  name: 'sign-out',
  summary: 'forget the sign-in on this PC, in app and terminal',

  async run({ output, services }) {
    const { session } = await services();
    const state = await session.signOut();
    output.answer(state, () => 'Signed out. Nothing of the sign-in is left on this PC.');
    return 0;
  },
};
