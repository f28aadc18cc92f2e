import { sharingRule } from '../sharing';

export const sharesSmartCards = sharingRule('shares-smart-cards', ['smart-cards'], 'low', {
  title: 'Shares smart cards and Windows Hello certificates',
  costs: 'The server can have a card sign while its PIN is remembered.',
});
