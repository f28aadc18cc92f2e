import { sharingRule } from '../sharing';

export const sharesMicrophone = sharingRule('shares-microphone', ['microphone'], 'medium', {
  title: 'Shares the microphone',
  costs: 'The server can listen; no signature covers the line.',
});
