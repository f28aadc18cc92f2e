import { expect, it } from 'vitest';
import type { LastList } from '../../../main/last-list/last-list';
import { AppError } from '../../../shared/errors/app-error';
import { contosoVms } from '../../support/sample-vms';
import { startInNode } from '../../unit/electron/app-in-node';
import { fakeServices } from '../../unit/electron/fake-services';

const head = {
  asOf: '2026-11-26T14:03:00.000Z',
  username: 'ada@contoso.example',
  tenantId: 'contoso',
  total: contosoVms.length,
  partial: [],
};

function startWith(lastList: Partial<LastList>) {
  const services = fakeServices();
  return startInNode({
    real: async () => ({ ...services, lastList: { ...services.lastList, ...lastList } }),
  });
}

it('announces the rows of the last list as they are read, then says what it was', async () => {
  const { api, bugs } = startWith({
    async read(onVms) {
      onVms(contosoVms.slice(0, 4));
      onVms(contosoVms.slice(4));
      return head;
    },
  });
  const pages: { runId: string; names: string[]; soFar: number }[] = [];
  api.inventory.onPage(({ runId, vms, soFar }) => {
    pages.push({ runId, names: vms.map(({ name }) => name), soFar });
  });
  const answer = await api.inventory.last({ runId: 'run-1' });
  expect(answer).toEqual({ asOf: head.asOf, total: contosoVms.length, partial: [] });
  expect(pages.flatMap(({ names }) => names)).toEqual(contosoVms.map(({ name }) => name));
  expect(pages.map(({ runId, soFar }) => [runId, soFar])).toEqual([
    ['run-1', 4],
    ['run-1', contosoVms.length],
  ]);
  expect(bugs).toEqual([]);
});

it('tells whose it is without its rows, and null where there is none', async () => {
  const { asOf, username } = head;
  expect(await startWith({ head: async () => head }).api.inventory.lastHead()).toEqual({ asOf, username });
  expect(await startWith({ head: async () => null }).api.inventory.lastHead()).toBeNull();
  expect(await startWith({ read: async () => null }).api.inventory.last({ runId: 'run-1' })).toBeNull();
});

it('names a list that cannot be used', async () => {
  const read = () => Promise.reject(new AppError('unreadable', 'The list saved on this PC cannot be used.'));
  await expect(startWith({ read }).api.inventory.last({ runId: 'run-1' })).rejects.toMatchObject({
    code: 'unreadable',
  });
});

it('stops reading where the window no longer wants it', async () => {
  const { api } = startWith({
    read: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new AppError('cancelled', 'Stopped.')));
      }),
  });
  const reading = api.inventory.last({ runId: 'run-1' });
  await new Promise((resolve) => setTimeout(resolve, 0));
  await api.inventory.cancel({ runId: 'run-1' });
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
});
