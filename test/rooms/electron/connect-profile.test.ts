import { beforeEach, expect, it } from 'vitest';
import { openLibrary } from '../../../main/profiles/open-library';
import type { ConnectRequest } from '../../../main/services';
import { encodeRdp } from '../../../shared/rdp/serialize';
import { temporaryFolder } from '../../support/temporary-folder';
import { startInNode } from '../../unit/electron/app-in-node';
import { fakeServices, stopped } from '../../unit/electron/fake-services';
import { profile } from '../profiles/support';

let library: ReturnType<typeof openLibrary>;
beforeEach(() => {
  library = openLibrary(temporaryFolder(), { mustExist: false });
});

/** The window's room; `asked` is what Connect was asked for. */
function start() {
  const asked: ConnectRequest[] = [];
  const services = fakeServices({
    library: async () => library,
    async connect(request) {
      asked.push(request);
      return stopped;
    },
  });
  return { ...startInNode({ real: async () => services }), asked };
}

const startProfile = { runId: 'run-1', profileId: 'web-01', anyway: false };

it('connects a profile by its address, its port and whom it is for', async () => {
  const entry = profile('web-01', {
    address: 'web-01.contoso.example',
    port: 3390,
    username: 'lin@contoso.example',
  });
  await library.save(entry, { basedOn: null, isInsisting: false });
  const { api, asked } = start();
  expect(await api.connect.startProfile(startProfile)).toEqual(stopped);
  expect(asked).toMatchObject([
    {
      subject: { hostName: 'web-01.contoso.example', profile: entry },
      port: 3390,
      route: null,
      anyway: false,
    },
  ]);
});

it('connects it by its finished file, which signs in one way', async () => {
  const bytes = new Uint8Array(
    encodeRdp('full address:s:web-01.corp\r\nserver port:i:3391\r\nenablerdsaadauth:i:1\r\n'),
  );
  await library.keepFile(profile('web-01', { computerName: 'WEB-01' }), 'web-account', bytes, {
    basedOn: null,
  });
  const { api, asked } = start();
  await api.connect.startProfile(startProfile);
  expect(asked).toMatchObject([
    { subject: { hostName: 'web-01.corp', file: {} }, port: 3391, route: 'web-account' },
  ]);
  const subject = asked[0]?.subject;
  const file = subject && 'file' in subject ? subject.file : undefined;
  expect(Uint8Array.from(file?.bytes ?? [])).toEqual(bytes);
});

it('says where a profile leads nowhere, and where there is none', async () => {
  const { api, asked } = start();
  await expect(api.connect.startProfile(startProfile)).rejects.toMatchObject({ code: 'not-found' });
  await library.save(profile('web-01'), { basedOn: null, isInsisting: false });
  await expect(api.connect.startProfile(startProfile)).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('does not say where it leads'),
  });
  expect(asked).toEqual([]);
});
