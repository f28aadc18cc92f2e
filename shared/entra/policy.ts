import { z } from 'zod';

/** One of the apps Windows VM sign-in goes through, as the tenant knows it. */
export const SignInApp = z.object({
  appId: z.string(),
  /** Null when the tenant has no service principal for it. */
  objectId: z.string().nullable(),
  isEnabled: z.boolean(),
  requiresAssignment: z.boolean(),
  /** Whether this account is assigned; null when that was not read. */
  isAssigned: z.boolean().nullable(),
});
export type SignInApp = z.infer<typeof SignInApp>;

/** Source: Microsoft's article and the Azure Virtual Desktop single sign-on page, read 2026-11-22. */
export const signInApps = {
  windowsVmSignIn: {
    appId: '372140e0-b3b7-4226-8ef9-d57986796201',
    name: 'Microsoft Azure Windows Virtual Machine Sign-in',
  },
  remoteDesktop: { appId: 'a4a365df-50f1-4397-bc59-1a1564b8bb9c', name: 'Microsoft Remote Desktop' },
  windowsCloudLogin: { appId: '270efc09-cd0d-444b-a71f-39af4910ec45', name: 'Windows Cloud Login' },
} as const;

/** A Conditional Access policy, as the what-if evaluation for one app answers. */
export const EvaluatedPolicy = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['enabled', 'report-only', 'disabled']),
  applies: z.boolean(),
  operator: z.enum(['AND', 'OR']),
  /** Graph's built-in controls: `block`, `mfa`, `compliantDevice`, `domainJoinedDevice`, … */
  controls: z.array(z.string()),
  authenticationStrength: z.string().nullable(),
});
export type EvaluatedPolicy = z.infer<typeof EvaluatedPolicy>;

export const ConditionalAccess = z.object({
  evaluations: z.array(z.object({ appId: z.string(), policies: z.array(EvaluatedPolicy) })),
});
export type ConditionalAccess = z.infer<typeof ConditionalAccess>;
