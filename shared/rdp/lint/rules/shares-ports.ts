import { sharingRule } from '../sharing';

export const sharesPorts = sharingRule('shares-ports', ['ports', 'point-of-service'], 'medium', {
  title: 'Shares serial ports or point-of-service devices',
  costs: 'The server reaches equipment attached to this PC.',
});
