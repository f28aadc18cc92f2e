import { z } from 'zod';

/** What goes wrong on purpose. Counts are used up one request at a time. */
export const DemoFaults = z.strictObject({
  resourceGraphRefused: z.boolean().default(false).describe('Resource Graph answers 403.'),
  throttled: z.int().nonnegative().default(0).describe('So many ARM requests answer 429.'),
  retryAfterSeconds: z.int().nonnegative().default(1),
  claimsChallenges: z
    .int()
    .nonnegative()
    .default(0)
    .describe(
      'So many ARM requests answer 401 with a claims challenge, as continuous access evaluation does.',
    ),
  expiredTokens: z
    .int()
    .nonnegative()
    .default(0)
    .describe('So many requests find their token expired (401).'),
  serverErrors: z.int().nonnegative().default(0).describe('So many ARM requests answer 500.'),
  permissionsRefused: z.boolean().default(false).describe('The permissions API answers 403.'),
  permissionsAnswer: z
    .union([z.literal(404), z.literal(429), z.literal(500), z.literal('html')])
    .nullable()
    .default(null)
    .describe("What the permissions API answers instead: a status, or a proxy's page of HTML."),
  graphUnavailable: z.boolean().default(false).describe('Microsoft Graph answers 503.'),
  offline: z
    .boolean()
    .default(false)
    .describe('Once somebody is signed in, nothing of Azure can be reached any more, as without a network.'),
  authorityUnavailable: z.boolean().default(false).describe('Entra ID answers 503.'),
});
