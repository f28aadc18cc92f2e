import { sharingRule } from '../sharing';

export const sharesClipboard = sharingRule('shares-clipboard', ['clipboard'], 'medium', {
  title: 'Shares the clipboard',
  costs: 'The server reads what is copied here, passwords among it.',
});
