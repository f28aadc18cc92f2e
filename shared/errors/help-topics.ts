import { z } from 'zod';
import { CheckId } from '../preflight/check-id';

/** Articles that no check leads to, but an error does. */
const errorTopics = [
  'admin-consent',
  'app-registration',
  'azure-read-access',
  'blocked-device-code',
  'certificate-changed',
  'demo-azure',
  'disk-full',
  'no-network',
  'rdp-client-ended',
  'sign-in-again',
] as const;

/** The articles of the troubleshooting knowledge base. Every check has the article of its own id. */
export const HelpTopicId = z.enum([...CheckId.options, ...errorTopics]);
export type HelpTopicId = z.infer<typeof HelpTopicId>;
