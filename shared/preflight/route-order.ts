// Without the schema library: the terminal needs these before it knows what it is asked.

/** The ways to sign in, the best first: that order decides which open one is recommended. */
export const routeOrder = ['web-account', 'password', 'bastion-client', 'bastion-portal'] as const;

export const routeNames: Readonly<Record<(typeof routeOrder)[number], string>> = {
  'web-account': 'Passwordless',
  password: 'Password',
  'bastion-client': 'Bastion in the RDP client',
  'bastion-portal': 'Bastion in the browser',
};
