import { expect, it } from 'vitest';
import { createLiveServices } from '../../../main/electron/live-services';
import type { Services } from '../../../main/services';
import type { SessionState } from '../../../shared/session/session-state';
import { fakeServices, signedOut } from './fake-services';

/** Services that write down when they are made and closed. */
function recorded(log: string[], name: string, answers: Partial<Services> = {}): Services {
  log.push(`made ${name}`);
  return fakeServices({
    ...answers,
    async close() {
      log.push(`closed ${name}`);
    },
  });
}

function recording(startsInDemo = false) {
  const log: string[] = [];
  const live = createLiveServices({
    real: async () => recorded(log, 'real'),
    demo: async (username) => recorded(log, `demo of ${username ?? 'the first'}`),
    startsInDemo,
    onSessionChanged: () => {},
  });
  return { live, log };
}

it('is made once, when it is first asked for', async () => {
  const { live, log } = recording();
  expect(log).toEqual([]);
  expect(await live.current()).toBe(await live.current());
  expect(log).toEqual(['made real']);
});

it('starts in the demo when told to', async () => {
  const { live, log } = recording(true);
  await live.current();
  expect(log).toEqual(['made demo of the first']);
});

it('exchanges one for the other, and closes the one before', async () => {
  const { live, log } = recording();
  await live.current();
  const demo = await live.enterDemo('lin@contoso.example');
  expect(await live.current()).toBe(demo);
  await live.leaveDemo();
  await live.close();
  expect(log).toEqual([
    ...['made real', 'made demo of lin@contoso.example', 'closed real'],
    ...['made real', 'closed demo of lin@contoso.example', 'closed real'],
  ]);
});

it('keeps what it had when the other cannot be made', async () => {
  const log: string[] = [];
  const live = createLiveServices({
    real: async () => recorded(log, 'real'),
    demo: () => Promise.reject(new Error('the demo file is broken')),
    startsInDemo: false,
    onSessionChanged: () => {},
  });
  const before = await live.current();
  await expect(live.enterDemo(null)).rejects.toThrow('the demo file is broken');
  expect(await live.current()).toBe(before);
  expect(log).toEqual(['made real']);
});

it('tries again after a start that failed', async () => {
  let attempts = 0;
  const live = createLiveServices({
    async real() {
      attempts += 1;
      if (attempts === 1) throw new Error('the disk was full');
      return fakeServices();
    },
    demo: async () => fakeServices(),
    startsInDemo: false,
    onSessionChanged: () => {},
  });
  await expect(live.current()).rejects.toThrow('the disk was full');
  expect((await live.current()).mode).toBe('real');
});

it('hears the session of the services in use only', async () => {
  const heard: SessionState[] = [];
  const tellers: ((state: SessionState) => void)[] = [];
  const telling = (): Services => {
    const listeners = new Set<(state: SessionState) => void>();
    tellers.push((state) => {
      for (const listener of listeners) listener(state);
    });
    return fakeServices({
      session: {
        ...fakeServices().session,
        onChanged(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    });
  };
  const live = createLiveServices({
    real: async () => telling(),
    demo: async () => telling(),
    startsInDemo: false,
    onSessionChanged: (state) => heard.push(state),
  });
  await live.current();
  await live.enterDemo(null);
  tellers[0]?.(signedOut);
  expect(heard).toEqual([]);
  tellers[1]?.({ ...signedOut, mode: 'demo' });
  expect(heard).toEqual([{ ...signedOut, mode: 'demo' }]);
});
