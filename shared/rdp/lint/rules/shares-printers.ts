import { sharingRule } from '../sharing';

export const sharesPrinters = sharingRule('shares-printers', ['printers'], 'low', {
  title: 'Shares printers',
  costs: 'The server learns their names and can print on them.',
});
