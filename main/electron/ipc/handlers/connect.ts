import type { VmId } from '../../../../shared/azure/virtual-machine';
import { AppError } from '../../../../shared/errors/app-error';
import type { CertificateQuestion, ConnectStage } from '../../../../shared/launch/connect';
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

  /** What every connection asks of the window, and tells it. */
  function inWindow(runId: string, signal: AbortSignal, onStarting: () => void) {
    return {
      signal,
      onStage(at: ConnectStage) {
        announce.connect.stage({ runId, at });
        if (at.stage === 'starting') onStarting();
      },
      askCertificate(question: CertificateQuestion) {
        const answer = certificates.ask(runId, signal);
        announce.connect.certificate({ runId, question });
        return answer;
      },
      askPassword: (...asked: Parameters<typeof desktop.askPassword>) => desktop.askPassword(...asked),
    };
  }

  return {
    start: ({ runId, vmId, route, anyway }) =>
      runs.during(runId, async (signal) => {
        const services = await live.current();
        signal.throwIfAborted();
        // A full disk loses the list of recent VMs, never the connection.
        const onStarting = (): void => void remember(vmId).catch(() => {});
        return services.connect({
          subject: { vmId },
          route,
          anyway,
          ...inWindow(runId, signal, onStarting),
        });
      }),
    startProfile: ({ runId, profileId, anyway }) =>
      runs.during(runId, async (signal) => {
        const services = await live.current();
        const library = await services.library();
        const { entry } = await library.read('profile', profileId);
        if (entry.kind !== 'profile') throw new AppError('not-found', `There is no profile ${profileId}.`);
        const { connectionOfProfile } = await import('../../../profiles/profile-connection');
        const { port, route, ...named } = await connectionOfProfile(library, entry);
        signal.throwIfAborted();
        return services.connect({
          subject: { ...named, profile: entry },
          port,
          route,
          anyway,
          ...inWindow(runId, signal, () => {}),
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
