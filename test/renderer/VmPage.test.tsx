// @vitest-environment jsdom
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { ConnectRow } from '../../renderer/features/vm/ConnectRow';
import { SignInWays } from '../../renderer/features/vm/SignInWays';
import { AppContext, createAppStore } from '../../renderer/store/store';
import { VmId } from '../../shared/azure/virtual-machine';
import { AppError } from '../../shared/errors/app-error';
import { pageApi } from '../support/page-api';
import { readyReport } from '../support/sample-report';
import { vmIdOf } from '../support/sample-vms';

afterEach(cleanup);

const vmId = VmId.parse(vmIdOf('ready-01'));

function renderRow(changes: Parameters<typeof pageApi>[0] = {}): void {
  const { api } = pageApi(changes);
  render(
    <FluentProvider theme={webLightTheme}>
      <AppContext value={{ api, store: createAppStore(api) }}>
        <ConnectRow
          vmId={vmId}
          report={readyReport}
          way={{ route: 'web-account', isClosed: false }}
          choice={null}
          tenantId={null}
          byLink={null}
          onChoose={() => {}}
        />
      </AppContext>
    </FluentProvider>,
  );
}

it('says what Connect will do', () => {
  renderRow();
  expect(screen.getByRole('button', { name: 'Connect · passwordless' })).toBeTruthy();
});

it('says where the file went, and what to know about it', async () => {
  renderRow({
    profile: { save: async () => ({ file: '/tmp/a.rdp', warnings: ['It is not signed.'] }) },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Save .rdp' }));
  expect(await screen.findByText('Saved as /tmp/a.rdp · It is not signed.')).toBeTruthy();
});

it('says why a file could not be saved', async () => {
  renderRow({
    profile: {
      save: async () => {
        throw new AppError('disk-full', 'The disk is full.');
      },
    },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Save .rdp' }));
  expect(await screen.findByText('The disk is full.')).toBeTruthy();
});

it('tells both ways through Bastion as one where the same thing closes them', () => {
  render(<SignInWays report={readyReport} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Passwordless'),
    expect.stringContaining('closedthis PC is not joined'),
    expect.stringContaining('Azure Bastion'),
  ]);
});
