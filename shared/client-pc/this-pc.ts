import { z } from 'zod';
import { Route } from '../preflight/route';

/** What this PC is. On other systems than Windows, `build` and what follows are null. */
export const ThisPc = z.object({
  os: z.enum(['windows', 'macos', 'linux']),
  hostName: z.string(),
  /** Windows build, e.g. 26100, and its revision (UBR), e.g. 2314. */
  build: z.int().nullable(),
  revision: z.int().nullable(),
  /** `23H2`, `24H2`, …: what people call it. */
  displayVersion: z.string().nullable(),
  productName: z.string().nullable(),
  edition: z.string().nullable(),
  installationType: z.enum(['Client', 'Server', 'Server Core']).nullable(),
});
export type ThisPc = z.infer<typeof ThisPc>;

/** From `dsregcmd /status`. Null values were not in its output. */
export const PcJoin = z.object({
  isEntraJoined: z.boolean(),
  isDomainJoined: z.boolean(),
  isEntraRegistered: z.boolean(),
  tenantId: z.string().nullable(),
  /** Tenants of the work accounts added to this Windows profile. */
  workAccountTenantIds: z.array(z.string()),
  hasRefreshToken: z.boolean().nullable(),
  /** Inferred from documented fields; Windows does not say it outright. */
  helloForBusiness: z.enum(['certificate-trust', 'key-trust', 'cloud-trust', 'none']).nullable(),
});
export type PcJoin = z.infer<typeof PcJoin>;

/** Registry values that decide what the RDP client may do. Null is "not set", which is not "off". */
export const PcPolicies = z.object({
  pku2uAllowed: z.boolean().nullable(),
  remoteCredentialGuard: z.boolean().nullable(),
  allowSignedFiles: z.boolean().nullable(),
  allowUnsignedFiles: z.boolean().nullable(),
  /** Upper-case hexadecimal: 40 digits are a SHA-1 thumbprint, 64 a SHA-256 one. */
  trustedThumbprints: z.array(z.string()),
  redirectionWarningDialogVersion: z.int().nullable(),
  launchConsentAccepted: z.boolean().nullable(),
});
export type PcPolicies = z.infer<typeof PcPolicies>;

export const SavedCredential = z.object({ target: z.string(), username: z.string().nullable() });
export type SavedCredential = z.infer<typeof SavedCredential>;

export const RdpClientId = z.enum(['mstsc', 'windows-app', 'freerdp3', 'freerdp2', 'remmina']);
export type RdpClientId = z.infer<typeof RdpClientId>;

/** An RDP client found on this PC, the preferred first. */
export const RdpClient = z.object({
  id: RdpClientId,
  name: z.string(),
  version: z.string().nullable(),
  /** Absolute path of its program, or of the application bundle on macOS. */
  path: z.string(),
  routes: z.array(Route),
  /** What it cannot do, in the user's words: "FreeRDP 2 cannot sign in with a web account." */
  limits: z.array(z.string()),
});
export type RdpClient = z.infer<typeof RdpClient>;
