import { sharingRule } from '../sharing';

export const sharesCameras = sharingRule('shares-cameras', ['cameras'], 'high', {
  title: 'Shares cameras',
  costs: 'The server can record video; no signature covers the line.',
});
