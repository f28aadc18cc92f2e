import { sharingRule } from '../sharing';

export const sharesPasskeys = sharingRule('shares-passkeys', ['passkeys'], 'medium', {
  title: 'Sends passkey requests here',
  costs: 'The server can raise prompts for your passkeys and security keys.',
});
