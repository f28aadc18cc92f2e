import { sharingRule } from '../sharing';

export const sharesUsbDevices = sharingRule('shares-usb-devices', ['usb-devices'], 'high', {
  title: 'Passes USB devices through',
  costs: 'The server drives them itself, security keys and disks among them.',
});
