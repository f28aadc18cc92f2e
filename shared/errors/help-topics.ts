import { z } from 'zod';
import { CheckId } from '../preflight/check-id';
import { ruleTopics } from '../rdp/lint/rule-id';

/** Articles that no check leads to, but an error does. */
const errorTopics = [
  'admin-consent',
  'app-registration',
  'azure-read-access',
  'blocked-device-code',
  'certificate-changed',
  'demo-azure',
  'disk-full',
  'link-refused',
  'no-network',
  'profiles-list',
  'rdp-client-ended',
  'rdp-file-unreadable',
  'rdp-signature-certificate',
  'rdp-signature-refused',
  'rdp-signature-trust',
  'sign-in-again',
] as const;

/** The articles of the troubleshooting knowledge base. Every check and every rule for .rdp files has one. */
export const HelpTopicId = z.enum([...CheckId.options, ...errorTopics, ...ruleTopics]);
export type HelpTopicId = z.infer<typeof HelpTopicId>;
