import { sharingRule } from '../sharing';

export const sharesLocation = sharingRule('shares-location', ['location'], 'medium', {
  title: 'Shares the position of this PC',
  costs: 'The server learns where you are; no signature covers the line.',
});
