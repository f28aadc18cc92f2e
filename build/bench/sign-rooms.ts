// What the benchmark of signing measures, as one bundle.
import type { SigningIdentity } from '../../main/rdp-files/signing/identity';
import { composeProfile } from '../../shared/rdp/compose';
import { serializeRdp } from '../../shared/rdp/serialize';
import { identityOf, makePublisher } from '../../test/support/publisher';

export { signFiles } from '../../main/rdp-files/signing/sign-files';
export { createSigner } from '../../main/rdp-files/signing/signer';
export { parseRdp } from '../../shared/rdp/parse';

export function makeIdentity(): SigningIdentity {
  return identityOf(makePublisher({ name: 'Bench' }));
}

export function sampleBytes(index: number): Uint8Array {
  return serializeRdp(
    composeProfile({
      address: `vm-${index}.contoso.example`,
      port: 3389,
      username: 'ada@contoso.example',
      route: 'web-account',
    }),
  );
}
