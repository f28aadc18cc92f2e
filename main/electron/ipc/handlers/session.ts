import { createRuns } from '../../runs';
import type { RoomContext, RoomHandlers } from '../room-context';

/** Only one sign-in is under way at a time: a second one takes the first one's place. */
const onlyOne = 'sign-in';

/** @param stopEverything Ends what other rooms have under way, before the services behind them change. */
export function sessionHandlers(
  { live, announce }: RoomContext,
  stopEverything: () => void,
): RoomHandlers<'session'> {
  const runs = createRuns('Signing in');

  async function exchanged(services: ReturnType<typeof live.current>) {
    const state = await (await services).session.state();
    announce.session.changed(state);
    return state;
  }

  return {
    async state() {
      const { session } = await live.current();
      return session.state();
    },
    async signIn({ method }) {
      return runs.during(onlyOne, async (signal) => {
        const { session } = await live.current();
        signal.throwIfAborted();
        return session.signIn(method, { signal, onDeviceCode: announce.session.deviceCode });
      });
    },
    async cancelSignIn() {
      runs.cancel(onlyOne);
    },
    async signInToTenant({ tenantId }) {
      const { session } = await live.current();
      return runs.during(onlyOne, (signal) => session.signInToTenant(tenantId, signal));
    },
    async signOut() {
      stopEverything();
      const { session } = await live.current();
      return session.signOut();
    },
    async enterDemo({ username }) {
      stopEverything();
      return exchanged(live.enterDemo(username));
    },
    async leaveDemo() {
      stopEverything();
      return exchanged(live.leaveDemo());
    },
    async consents() {
      const { session } = await live.current();
      return runs.during('consents', (signal) => session.consents(signal));
    },
  };
}
