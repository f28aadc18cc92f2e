import type { AppliesTo } from '../../../../shared/profiles/template';
import type { CommandOption } from '../../command';

const levels = [
  'organisation',
  'tenant',
  'subscription',
  'resource-group',
  'tag',
  'named',
] as const satisfies readonly AppliesTo['level'][];

export const levelOptions: readonly CommandOption[] = [
  { flags: '--level <level>', description: 'whom it is for', choices: levels },
  { flags: '--tenant-id <id>', description: 'the tenant of --level tenant' },
  { flags: '--subscription <id>', description: 'of --level subscription and resource-group' },
  { flags: '--resource-group <name>', description: 'of --level resource-group' },
  { flags: '--tag <name=value>', description: 'of --level tag; the name alone takes any value' },
];
