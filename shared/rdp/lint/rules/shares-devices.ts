import { sharingRule } from '../sharing';

export const sharesDevices = sharingRule('shares-devices', ['devices'], 'medium', {
  title: 'Shares plug-and-play devices',
  costs: 'The server reaches phones, media players and cameras that are plugged in.',
});
