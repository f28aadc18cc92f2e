/** What the browser shows when it has handed the sign-in to the app. */
export const donePage = page(
  'You are signed in',
  'Entra RDP has what it needs. You can close this page and go back.',
);

export const failedPage = page(
  'That did not work',
  'Go back to Entra RDP: it says what happened and what to do. You can close this page.',
);

function page(title: string, text: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
    '<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style>' +
    `</head><body><h1>${title}</h1><p>${text}</p></body></html>`
  );
}
