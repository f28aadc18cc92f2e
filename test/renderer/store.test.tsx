import { describe, expect, it, vi } from 'vitest';
import { areVmsOld } from '../../renderer/store/inventory-slice';
import { createAppStore } from '../../renderer/store/store';
import { VmId } from '../../shared/azure/virtual-machine';
import { AppError } from '../../shared/errors/app-error';
import { inDemo, signedIn, signedOut } from '../support/answers';
import type { Answers } from '../support/fake-main';
import { pageApi } from '../support/page-api';
import { readyReport } from '../support/sample-report';
import { contosoVms, sampleVm, vmIdOf } from '../support/sample-vms';

const ready = VmId.parse(vmIdOf('ready-01'));
const other = VmId.parse(vmIdOf('stopped-01'));

/** A promise one settles by hand. */
function byHand<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('the client', () => {
  it('throws failures as AppErrors with code, help and what is missing', async () => {
    const { api } = pageApi({
      session: {
        state: async () => {
          throw new AppError('access-denied', 'You may not.', { help: 'admin-consent', missing: 'a role' });
        },
      },
    });
    await expect(api.session.state()).rejects.toMatchObject({
      name: 'AppError',
      code: 'access-denied',
      help: 'admin-consent',
      missing: 'a role',
    });
  });
});

describe('the list', () => {
  it('is read once somebody is signed in', async () => {
    const store = createAppStore(pageApi().api);
    await store.getState().loadSession();
    await settled();
    expect(store.getState().vms).toHaveLength(contosoVms.length);
    expect(store.getState().listing.phase).toBe('listed');
  });

  it('drops the late pages and the late answer of a replaced run', async () => {
    const first = byHand<{ asOf: string; total: number; partial: [] }>();
    let runs = 0;
    const runIds: string[] = [];
    const { api, announce } = pageApi({
      inventory: {
        list: async ({ runId }) => {
          runIds.push(runId);
          runs += 1;
          return runs === 1 ? first.promise : { asOf: '2026-11-22T12:00:00Z', total: 0, partial: [] };
        },
      },
    });
    const store = createAppStore(api);
    const replaced = store.getState().listVms();
    await store.getState().listVms();
    announce('inventory.page', { runId: runIds[0], vms: [sampleVm('late-01')], soFar: 1, total: 1 });
    first.resolve({ asOf: '2020-01-01T00:00:00Z', total: 1, partial: [] });
    await replaced;
    expect(store.getState().vms).toEqual([]);
    expect(store.getState().vmsAsOf).toBe('2026-11-22T12:00:00Z');
  });

  it('keeps its rows when a refresh fails', async () => {
    let isDown = false;
    const { api, announce } = pageApi({
      inventory: {
        list: async ({ runId }) => {
          if (isDown) throw new AppError('unreachable', 'Azure could not be reached.');
          announce('inventory.page', { runId, vms: [sampleVm('ready-01')], soFar: 1, total: 1 });
          return { asOf: '2026-11-22T12:00:00Z', total: 1, partial: [] };
        },
      },
    });
    const store = createAppStore(api);
    await store.getState().listVms();
    isDown = true;
    await store.getState().listVms();
    expect(store.getState()).toMatchObject({
      listing: { phase: 'failed' },
      vmsAsOf: '2026-11-22T12:00:00Z',
    });
    expect(store.getState().vms).toHaveLength(1);
  });

  describe('where Azure cannot be asked', () => {
    const unreachable = async (): Promise<never> => {
      throw new AppError('unreachable', 'Azure could not be reached.');
    };
    /** Main as it is offline, with a list of before; `azure` answers the next time. */
    function offline(last: readonly ReturnType<typeof sampleVm>[] = contosoVms) {
      let list: (runId: string) => ReturnType<typeof unreachable | Answers['inventory']['list']> =
        unreachable;
      const page = (runId: string, vms: readonly ReturnType<typeof sampleVm>[]) =>
        announce('inventory.page', { runId, vms, soFar: vms.length, total: null });
      const { api, announce } = pageApi({
        inventory: {
          list: ({ runId }) => list(runId),
          last: async ({ runId }) => {
            page(runId, last.slice(0, 4));
            page(runId, last.slice(4));
            return { asOf: '2026-11-26T14:03:00Z', total: last.length, partial: [] };
          },
        },
      });
      return { store: createAppStore(api), page, answer: (next: typeof list) => (list = next) };
    }

    it('shows the last list, old as it is', async () => {
      const { store } = offline();
      await store.getState().listVms();
      expect(store.getState()).toMatchObject({
        listing: { phase: 'failed', error: { code: 'unreachable' } },
        vmsAsOf: '2026-11-26T14:03:00Z',
      });
      expect(store.getState().vms).toHaveLength(contosoVms.length);
      expect(areVmsOld(store.getState())).toBe(true);
    });

    it('replaces it in place once Azure is back, and the row one is on stays', async () => {
      const { store, page, answer } = offline();
      await store.getState().listVms();
      store.getState().setActiveVm(ready);
      const old = store.getState().vms;
      const end = byHand<{ asOf: string; total: number; partial: [] }>();
      answer((runId) => {
        page(runId, [sampleVm('new-01')]);
        setTimeout(() => page(runId, [sampleVm('ready-01')]));
        return end.promise;
      });
      const listing = store.getState().listVms();
      await settled();
      expect([store.getState().vms, areVmsOld(store.getState())]).toEqual([old, true]);
      end.resolve({ asOf: '2026-11-27T09:00:00Z', total: 2, partial: [] });
      await listing;
      expect(store.getState().vms.map(({ vm }) => vm.name)).toEqual(['new-01', 'ready-01']);
      expect([store.getState().activeVm, areVmsOld(store.getState())]).toEqual([ready, false]);
    });

    it('shows it while Azure is silent, and Azure’s own as soon as it speaks', async () => {
      vi.useFakeTimers();
      try {
        const { store, answer } = offline();
        const end = byHand<{ asOf: string; total: number; partial: [] }>();
        answer(() => end.promise);
        const listing = store.getState().listVms();
        expect(store.getState().vms).toHaveLength(0);
        await vi.advanceTimersByTimeAsync(5000);
        expect(store.getState().listing.phase).toBe('listing');
        expect([store.getState().vms.length, areVmsOld(store.getState())]).toEqual([contosoVms.length, true]);
        end.resolve({ asOf: '2026-11-27T09:00:00Z', total: 0, partial: [] });
        await listing;
        expect([store.getState().vms, areVmsOld(store.getState())]).toEqual([[], false]);
      } finally {
        vi.useRealTimers();
      }
    });

    it('shows no last list where Azure refused this one', async () => {
      const { store, answer } = offline();
      answer(() => Promise.reject(new AppError('access-denied', 'You may not.')));
      await store.getState().listVms();
      expect([store.getState().vmsAsOf, store.getState().vms]).toEqual([null, []]);
    });

    it('says why the last list is not shown', async () => {
      const { api } = pageApi({
        inventory: {
          list: unreachable,
          last: async () => {
            throw new AppError('unreadable', 'The list saved on this PC cannot be used: it is damaged.');
          },
        },
      });
      const store = createAppStore(api);
      await store.getState().listVms();
      expect(store.getState()).toMatchObject({
        listing: { phase: 'failed', error: { code: 'unreachable' } },
        lastListProblem: 'The list saved on this PC cannot be used: it is damaged.',
      });
    });

    it('shows nothing of whoever signed out meanwhile', async () => {
      const last = byHand<null>();
      const { api } = pageApi({ inventory: { list: unreachable, last: () => last.promise } });
      const store = createAppStore(api);
      const listing = store.getState().listVms();
      await settled();
      store.getState().forgetVms();
      last.resolve(null);
      await listing;
      expect(store.getState().listing.phase).toBe('idle');
    });
  });

  it('of one account is never shown to another', async () => {
    const { api, announce } = pageApi();
    const store = createAppStore(api);
    announce('session.changed', signedIn);
    await settled();
    expect(store.getState().vms).not.toHaveLength(0);
    store.getState().showVm(ready);
    announce('session.changed', signedOut);
    expect(store.getState()).toMatchObject({ vms: [], openVm: null, listing: { phase: 'idle' } });
    announce('session.changed', inDemo);
    await settled();
    expect(store.getState().vms).not.toHaveLength(0);
  });
});

describe('after an expired sign-in', () => {
  it('goes on with the checks and the Connect that were refused, once', async () => {
    let isExpired = true;
    let connects = 0;
    const refuse = (): never => {
      throw new AppError('sign-in-required', 'Your sign-in ran out.');
    };
    const { api, announce } = pageApi({
      preflight: { run: async () => (isExpired ? refuse() : readyReport) },
      connect: {
        start: async () => {
          connects += 1;
          if (isExpired) refuse();
          return { outcome: 'stopped', report: readyReport, route: null };
        },
      },
    });
    const store = createAppStore(api);
    announce('session.changed', signedIn);
    await settled();
    const rows = store.getState().vms;
    await store.getState().runPreflight(ready);
    await store.getState().startConnect({ vmId: ready, route: null, anyway: false });
    announce('session.changed', { ...signedIn, phase: 'expired', account: null });
    expect(store.getState().vms).toBe(rows);

    isExpired = false;
    announce('session.changed', signedIn);
    await settled();
    announce('session.changed', signedIn);
    await settled();
    expect(store.getState().preflight.phase).toBe('done');
    expect(store.getState().connect.phase).toBe('done');
    expect(connects).toBe(2);
  });
});

describe('the checks', () => {
  it('drop what belongs to the VM that was left', async () => {
    const slow = byHand<typeof readyReport>();
    const { api } = pageApi({
      preflight: { run: ({ vmId }) => (vmId === ready ? slow.promise : Promise.resolve(readyReport)) },
    });
    const store = createAppStore(api);
    const left = store.getState().runPreflight(ready);
    await store.getState().runPreflight(other);
    slow.resolve(readyReport);
    await left;
    expect(store.getState().preflight).toMatchObject({ phase: 'done', vmId: other });
  });

  it('take the report that late facts refined, of the run in view alone', async () => {
    const runIds: string[] = [];
    const { api, announce } = pageApi({
      preflight: {
        run: async ({ runId }) => {
          runIds.push(runId);
          return readyReport;
        },
      },
    });
    const store = createAppStore(api);
    await store.getState().runPreflight(other);
    await store.getState().runPreflight(ready);
    const refined = { ...readyReport, headline: 'A network manager closes the way out.' };
    announce('preflight.refined', { runId: runIds[0], report: refined });
    expect(store.getState().preflight).toMatchObject({ report: readyReport });

    announce('preflight.refined', { runId: runIds[1], report: refined });
    expect(store.getState().preflight).toMatchObject({ phase: 'done', report: refined });
  });
});

describe('signing in', () => {
  it('that was cancelled is not a failure', async () => {
    const { api } = pageApi({
      session: {
        signIn: async () => {
          throw new AppError('cancelled', 'You cancelled.');
        },
      },
    });
    const store = createAppStore(api);
    await store.getState().signIn('browser');
    expect(store.getState().entering).toEqual({ phase: 'idle' });
  });

  it('that answers after it was given up changes nothing', async () => {
    const late = byHand<typeof signedIn>();
    const { api } = pageApi({ session: { signIn: () => late.promise } });
    const store = createAppStore(api);
    const waiting = store.getState().signIn('browser');
    await store.getState().cancelSignIn();
    late.resolve(signedIn);
    await waiting;
    expect(store.getState().session.phase).toBe('loading');
  });
});
