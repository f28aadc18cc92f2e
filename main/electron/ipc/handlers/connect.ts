import type { VmId } from '../../../../shared/azure/virtual-machine';
import type { Settings } from '../../../../shared/settings/settings';
import type { Runs } from '../../runs';
import type { RoomContext, RoomHandlers } from '../room-context';

const recentsKept = 50;

export function connectHandlers(
  { live, announce, desktop }: RoomContext,
  runs: Runs,
): RoomHandlers<'connect'> {
  const certificates = createQuestions();

  async function remember(vmId: VmId): Promise<void> {
    const { settings } = await live.current();
    announce.settings.changed(await settings.change((now) => withRecent(now, vmId)));
  }

  return {
    start: ({ runId, vmId, route, anyway }) =>
      runs.during(runId, async (signal) => {
        const services = await live.current();
        signal.throwIfAborted();
        return services.connect({
          subject: { vmId },
          route,
          anyway,
          signal,
          onStage(at) {
            announce.connect.stage({ runId, at });
            // A full disk loses the list of recent VMs, never the connection.
            if (at.stage === 'starting') remember(vmId).catch(() => {});
          },
          askCertificate(question) {
            const answer = certificates.ask(runId, signal);
            announce.connect.certificate({ runId, question });
            return answer;
          },
          askPassword: (prompt, noLonger) => desktop.askPassword(prompt, noLonger),
        });
      }),
    async cancel({ runId }) {
      runs.cancel(runId);
    },
    async answerCertificate({ runId, trust }) {
      certificates.answer(runId, trust);
    },
  };
}

/** Questions a page was asked, until it answers. A run that ends unanswered has its answer: no. */
function createQuestions() {
  const open = new Map<string, (trust: boolean) => void>();
  return {
    ask(runId: string, signal: AbortSignal): Promise<boolean> {
      return new Promise((resolve) => {
        const settle = (trust: boolean): void => {
          open.delete(runId);
          resolve(trust && !signal.aborted);
        };
        open.set(runId, settle);
        signal.addEventListener('abort', () => settle(false), { once: true });
      });
    },
    answer(runId: string, trust: boolean): void {
      open.get(runId)?.(trust);
    },
  };
}

/** The VM moves to the front of the recent ones. */
function withRecent(settings: Settings, vmId: VmId): Settings {
  const others = settings.recents.filter((recent) => recent.vmId !== vmId);
  const recents = [{ vmId, at: new Date().toISOString() }, ...others].slice(0, recentsKept);
  return { ...settings, recents };
}
