import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { vmListQuery } from '../../../main/azure/queries';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { type SignedIn, signIn, startContoso } from './support';

const Page = z.object({
  totalRecords: z.number(),
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      privateIps: z.array(z.string()),
      loginExtension: z.string(),
      powerState: z.string(),
    }),
  ),
  $skipToken: z.string().optional(),
});
type Page = z.infer<typeof Page>;

const isMadeUp = ({ loginExtension, name, powerState }: Page['data'][number]) =>
  /-\d{6}$/.test(name) && loginExtension === 'Succeeded' && powerState === 'PowerState/running';

describe('50,000 VMs', () => {
  let demo: DemoAzure;
  let ada: SignedIn;
  beforeAll(async () => {
    demo = await startContoso({ scale: 50_000 });
    ada = await signIn(demo, 'ada@contoso.example');
  });
  afterAll(() => demo.close());

  const page = async ($skipToken?: string): Promise<Page> =>
    (
      await ada.arm('/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01', {
        method: 'POST',
        body: { query: vmListQuery, options: { $top: 1000, resultFormat: 'objectArray', $skipToken } },
      })
    ).read(Page);

  it('lists every one of them once, a thousand a page, in the order of their ids', async () => {
    const ids: string[] = [];
    let pages = 0;
    let token: string | undefined;
    do {
      const { $skipToken, data, totalRecords } = await page(token);
      expect(totalRecords).toBe(50_000);
      ids.push(...data.map(({ id }) => id));
      token = $skipToken;
      pages += 1;
    } while (token !== undefined);
    expect(pages).toBe(50);
    expect(new Set(ids).size).toBe(50_000);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('knows a made-up VM by id, interface, name, address and device', async () => {
    const [vm] = (await page()).data.filter(isMadeUp);
    const one = await ada.arm(`${vm?.id}?api-version=2024-07-01`);
    expect(one.status).toBe(200);
    const nicId = one.read(
      z.object({
        properties: z.object({
          networkProfile: z.object({ networkInterfaces: z.array(z.object({ id: z.string() })) }),
        }),
      }),
    ).properties.networkProfile.networkInterfaces[0]?.id;
    expect((await ada.arm(`${nicId}?api-version=2024-05-01`)).text).toContain(vm?.privateIps[0]);
    const signal = AbortSignal.timeout(5000);
    const { addresses } = await demo.network.resolve(vm?.name ?? '', signal);
    expect(addresses.map(({ address }) => address)).toEqual(vm?.privateIps);
    const socket = await demo.network.dial(vm?.privateIps[0] ?? '', 3389, { timeoutMs: 2000, signal });
    socket.destroy();
    const filter = encodeURIComponent(`physicalIds/any(p:startsWith(p,'[AzureResourceId]:${vm?.id}'))`);
    const device = await ada.graph(`/beta/devices?$count=true&$filter=${filter}`, {
      headers: { consistencylevel: 'eventual' },
    });
    expect(
      device.read(z.object({ value: z.array(z.object({ displayName: z.string() })) })).value,
    ).toMatchObject([{ displayName: vm?.name }]);
  });

  it('keeps a change to a made-up VM', async () => {
    const grace = await signIn(demo, 'grace@contoso.example');
    const [vm] = (await page()).data.filter(isMadeUp);
    const answer = await grace.arm(`${vm?.id}?api-version=2024-07-01`, {
      method: 'PATCH',
      body: { identity: { type: 'UserAssigned' } },
    });
    expect(answer.status).toBe(200);
    expect((await ada.arm(`${vm?.id}?api-version=2024-07-01`)).text).toContain('"type":"UserAssigned"');
  });
});
