import type { Cloud } from '../../shared/azure/cloud';

/** Where Azure is, and whom to trust for it. */
export interface Endpoint {
  readonly cloud: Cloud;
  /** PEM of one more certificate to trust, for these clients alone: the demo Azure's. */
  readonly trustedCertificate?: string | undefined;
}
