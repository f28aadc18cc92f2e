import { z } from 'zod';
import { DirectRoute } from '../profiles/entry';
import { SignerCertificate } from '../rdp/signature/verification';

/** For each way to sign in, the signed file that Connect opens as it is; and those that were there and are not used. */
export const SignedFiles = z.object({
  used: z.array(
    z.object({
      route: DirectRoute,
      /** What the library's profile is called, or the file that was named. */
      profile: z.string(),
      /** As Windows calls the publisher. */
      signer: z.string(),
      certificate: SignerCertificate.pick({ thumbprint: true, sha256: true }),
    }),
  ),
  passedOver: z.array(z.object({ route: DirectRoute, because: z.string() })),
});
export type SignedFiles = z.infer<typeof SignedFiles>;
