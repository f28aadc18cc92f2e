import type { TokenCredential } from '@azure/core-auth';
import { createAzureReader } from '../../main/azure/create-azure-reader';
import type { Endpoint } from '../../main/azure/endpoint';
import type { ClientPc } from '../../main/client-pc/client-pc';
import type { DemoAzure } from '../../main/demo/demo-azure';
import { createEntraReader } from '../../main/entra/create-entra-reader';
import type { Question, World } from '../../main/preflight/gatherer';
import { VmId } from '../../shared/azure/virtual-machine';
import { type SignedIn, signIn } from '../rooms/demo/support';

export function endpointOf({ cloud, trustedCertificate }: DemoAzure): Endpoint {
  return { cloud, trustedCertificate };
}

/** A credential that always has this token. */
export function holding(token: string): TokenCredential {
  return { getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
}

/** Everything a pre-flight touches, of a demo Azure and one of its accounts, with real sign-in and SDKs. */
export async function demoWorld(
  demo: DemoAzure,
  username: string,
  question: Partial<Question>,
  signal: AbortSignal = new AbortController().signal,
): Promise<World> {
  const account = demo.account(username);
  const clientPc = demo.clientPc(username);
  if (!account || clientPc === 'real') throw new Error(`${username} is nobody of this demo tenant.`);
  const { armToken, graphToken } = await signIn(demo, username);
  return worldOf(demo, { armToken, graphToken }, clientPc, {
    question: { vmId: null, hostName: null, address: null, port: 3389, forUsername: null, ...question },
    account: () =>
      Promise.resolve({
        username: account.username,
        displayName: null,
        objectId: account.objectId,
        homeTenantId: account.homeTenantId,
        tenantId: demo.tenant.id,
      }),
    passwordSignIn: () => Promise.resolve(demo.passwordSignIn(username)),
    signedFiles: () => Promise.resolve({ used: [], passedOver: [] }),
    signal,
  });
}

function worldOf(
  demo: DemoAzure,
  { armToken, graphToken }: Pick<SignedIn, 'armToken' | 'graphToken'>,
  clientPc: ClientPc,
  rest: Pick<World, 'question' | 'account' | 'passwordSignIn' | 'signedFiles' | 'signal'>,
): World {
  return {
    ...rest,
    cloud: demo.tenant.cloud,
    azure: createAzureReader(endpointOf(demo), holding(armToken)),
    entra: createEntraReader(endpointOf(demo), () => holding(graphToken)),
    network: demo.network,
    rememberedNames: () => Promise.resolve([]),
    clientPc,
  };
}

/** Id of a VM of the demo tenant. */
export function vmCalled(demo: DemoAzure, name: string): VmId {
  const vm = [...demo.state.vms.values()].find((one) => one.name === name);
  return VmId.parse(vm?.id);
}
