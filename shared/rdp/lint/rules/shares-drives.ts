import { sharingRule } from '../sharing';

export const sharesDrives = sharingRule('shares-drives', ['drives'], 'high', {
  title: 'Shares local drives',
  costs: 'Whoever runs the server reads and writes the files on them.',
});
