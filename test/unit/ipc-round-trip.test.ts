import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createLinkInbox } from '../../main/electron/link-inbox';
import type { VmSummary } from '../../shared/azure/virtual-machine';
import { AppError } from '../../shared/errors/app-error';
import { contract } from '../../shared/ipc/contract';
import { callsOf } from '../../shared/ipc/define-contract';
import { BatchOptions } from '../../shared/profiles/batch-view';
import { temporaryFolder } from '../support/temporary-folder';
import { startInNode } from './electron/app-in-node';
import { emptyLibrary, fakeServices, report, signedOut, stopped, vmId } from './electron/fake-services';

const ada = { ...signedOut, phase: 'signed-in' as const };
const summary: VmSummary = {
  id: vmId,
  name: 'ready-01',
  computerName: 'READY-01',
  subscriptionId: 's',
  subscriptionName: null,
  tenantId: null,
  resourceGroup: 'web',
  location: 'westeurope',
  os: null,
  osVersion: null,
  osType: 'Windows',
  powerState: 'running',
  privateIps: null,
  publicIps: [],
  hasSystemAssignedIdentity: true,
  loginExtension: null,
};

it('offers the page one function for each entry of the contract, and nothing else', () => {
  const { api } = startInNode({});
  const offered = Object.entries(api).flatMap(([room, calls]) =>
    Object.keys(calls).map((key) => `${room}.${key}`),
  );
  expect(offered.toSorted()).toEqual(
    [...callsOf(contract)].map(({ room, key }) => `${room}.${key}`).toSorted(),
  );
});

it('answers a request', async () => {
  const { api } = startInNode({ real: async () => fakeServices() });
  expect(await api.session.state()).toEqual(signedOut);
});

it('refuses a foreign sender before anything is made or asked', async () => {
  let wasMade = false;
  const { foreign } = startInNode({
    async real() {
      wasMade = true;
      return fakeServices();
    },
  });
  await expect(foreign.session.state()).rejects.toMatchObject({ name: 'AppError', code: 'untrusted-sender' });
  expect(wasMade).toBe(false);
});

it.each([
  ['what is no VM', { runId: 'r', vmId: 'ready-01' }],
  ['no input', undefined],
  ['a run id without end', { runId: 'r'.repeat(1000), vmId }],
])('refuses %s before a handler sees it', async (_, input) => {
  let wasAsked = false;
  const { api } = startInNode({
    real: async () =>
      fakeServices({
        async preflight() {
          wasAsked = true;
          return { report, gathered: {} };
        },
      }),
  });
  await expect(api.preflight.run(input as never)).rejects.toMatchObject({ code: 'invalid-request' });
  expect(wasAsked).toBe(false);
});

it('carries a failure across with its code, its help and what was missing', async () => {
  const { api, bugs } = startInNode({
    real: async () =>
      fakeServices({
        async preflight() {
          throw new AppError('access-denied', 'Azure denied access while reading the VM.', {
            help: 'azure-read-access',
            missing: 'Reader',
          });
        },
      }),
  });
  await expect(api.preflight.run({ runId: 'r', vmId })).rejects.toMatchObject({
    name: 'AppError',
    code: 'access-denied',
    message: 'Azure denied access while reading the VM.',
    help: 'azure-read-access',
    missing: 'Reader',
  });
  expect(bugs).toEqual([]);
});

it('hides the words of a bug from the page, and logs it whole', async () => {
  const bug = new TypeError('cannot read /home/ada/secret');
  const { api, bugs } = startInNode({
    real: async () => fakeServices({ preflight: () => Promise.reject(bug) }),
  });
  await expect(api.preflight.run({ runId: 'r', vmId })).rejects.toMatchObject({
    code: 'unexpected',
    message: expect.not.stringContaining('secret'),
  });
  expect(bugs).toEqual([bug]);
});

it('takes an answer that breaks the contract for a bug of ours', async () => {
  const { api, bugs } = startInNode({
    real: async () => fakeServices({ connect: async () => ({ ...stopped, outcome: 'vanished' }) as never }),
  });
  const connecting = api.connect.start({ runId: 'r', vmId, route: null, anyway: false });
  await expect(connecting).rejects.toMatchObject({ code: 'unexpected' });
  expect(bugs).toHaveLength(1);
});

it('lets nothing cross that the contract does not name', async () => {
  const withToken = { ...signedOut, accessToken: 'eyJ0' };
  const { api } = startInNode({
    real: async () => fakeServices({ session: { ...fakeServices().session, state: async () => withToken } }),
  });
  expect(JSON.stringify(await api.session.state())).not.toContain('eyJ0');
});

it('cancels a run by its id', async () => {
  const { api } = startInNode({
    real: async () =>
      fakeServices({
        preflight: ({ signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new Error('aborted')));
          }),
      }),
  });
  const checking = api.preflight.run({ runId: 'r', vmId });
  await api.preflight.cancel({ runId: 'r' });
  await expect(checking).rejects.toMatchObject({ code: 'cancelled' });
});

it('cancels what is still to come of a run that was answered', async () => {
  const dropped = new Promise<string>((resolve) => {
    const { api } = startInNode({
      real: async () =>
        fakeServices({
          preflight: async ({ signal }) => {
            const refined = new Promise<null>((end) => {
              signal.addEventListener('abort', () => end(null));
              signal.addEventListener('abort', () => resolve('the late facts'));
            });
            return { report, gathered: {}, refined };
          },
        }),
    });
    void api.preflight.run({ runId: 'r', vmId }).then(() => api.preflight.cancel({ runId: 'r' }));
  });
  expect(await dropped).toBe('the late facts');
});

it('says the passwords window is where passwords are asked, not the page', async () => {
  const asked: unknown[] = [];
  const { api } = startInNode({
    desktop: {
      async askPassword(prompt) {
        asked.push(prompt);
        return 'correct horse';
      },
    },
    real: async () =>
      fakeServices({
        async connect({ askPassword, signal }) {
          const prompt = { username: 'ada@contoso.example', host: 'READY-01' };
          expect(await askPassword?.(prompt, signal)).toBe('correct horse');
          return stopped;
        },
      }),
  });
  const outcome = await api.connect.start({ runId: 'r', vmId, route: 'password', anyway: true });
  expect(asked).toEqual([{ username: 'ada@contoso.example', host: 'READY-01' }]);
  expect(JSON.stringify(outcome)).not.toContain('correct horse');
});

it('sends every announcement of the contract somewhere', async () => {
  const question = { host: 'READY-01', presented: 'AB', expected: null, matches: null };
  let tellSession = (_state: typeof signedOut): void => {};
  const services = fakeServices({
    session: {
      ...fakeServices().session,
      async signIn(_method, { onDeviceCode }) {
        onDeviceCode?.({
          userCode: 'ABC',
          verificationUri: 'https://microsoft.com/devicelogin',
          expiresAt: 'soon',
        });
        return ada;
      },
      onChanged(listener) {
        tellSession = listener;
        return () => {};
      },
    },
    inventory: {
      forProfiles: async () => ({ vms: [{ ...summary, tags: {} }], partial: [] }),
      async list(onPage) {
        onPage([summary], 1, 1);
        return { asOf: 'now', total: 1, partial: [] };
      },
      find: async () => ({ id: vmId, name: 'ready-01', tenantId: null }),
    },
    async preflight({ onProgress }) {
      onProgress?.([], 40);
      return { report, gathered: {}, refined: Promise.resolve({ report, gathered: {} }) };
    },
    async connect({ onStage, askCertificate }) {
      onStage?.({ stage: 'starting', client: 'FreeRDP', expect: [] });
      expect(await askCertificate?.(question)).toBe(true);
      return stopped;
    },
    library: async () => ({
      ...emptyLibrary,
      watch(onChange) {
        onChange();
        return () => {};
      },
    }),
  });
  const links = createLinkInbox(null);
  const folder = temporaryFolder();
  const { api, bugs } = startInNode({
    real: async () => services,
    desktop: { askForFolder: async () => folder, askForFiles: async () => [join(folder, 'gone.rdp')] },
    links,
  });

  const heard = new Set<string>();
  for (const { room, key, channel, entry } of callsOf(contract))
    if (entry.kind === 'announcement')
      (api as unknown as Record<string, Record<string, (listener: () => void) => void>>)[room]?.[key]?.(
        () => {
          heard.add(channel);
        },
      );
  api.connect.onCertificate(({ runId }) => void api.connect.answerCertificate({ runId, trust: true }));

  await api.session.signIn({ method: 'device-code' });
  tellSession(ada);
  await api.inventory.list({ runId: 'l' });
  await api.preflight.run({ runId: 'p', vmId });
  await api.connect.start({ runId: 'c', vmId, route: null, anyway: false });
  await api.settings.setFavourite({ vmId, isFavourite: true });
  await api.library.read();
  const { id: planId } = await api.batch.plan({
    runId: 'b',
    source: { kind: 'csv', name: 'vms.csv', text: 'vm\nready-01' },
    options: BatchOptions.parse({}),
  });
  await api.batch.run({ runId: 'b', planId, isSigned: false, isKept: false });
  await expect(api.import.plan({ runId: 'i', what: 'files' })).rejects.toMatchObject({ code: 'not-found' });
  await api.link.take();
  links.put({ text: 'entra-rdp://connect' });
  await vi.waitFor(() => expect(heard).toContain('link.opened'));

  expect(bugs).toEqual([]);
  const promised = [...callsOf(contract)].filter(({ entry }) => entry.kind === 'announcement');
  expect([...heard].toSorted()).toEqual(promised.map(({ channel }) => channel).toSorted());
});

it('stops telling a listener that unsubscribed', async () => {
  const { api } = startInNode({ real: async () => fakeServices() });
  let count = 0;
  const stop = api.settings.onChanged(() => {
    count += 1;
  });
  await api.settings.setFavourite({ vmId, isFavourite: true });
  stop();
  await api.settings.setFavourite({ vmId, isFavourite: false });
  expect(count).toBe(1);
});
