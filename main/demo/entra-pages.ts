import type { DemoAccount } from './tenant-schema';

/** Fields a form carries without showing them. */
type Hidden = Readonly<Record<string, string>>;

/** The page that hands an answer to the app: a form that posts itself to the loopback address. */
export function handOverPage(redirectUri: string, fields: Hidden): string {
  return page(
    'Signing in…',
    `<form method="POST" action="${escapeHtml(redirectUri)}">${hiddenFields(fields)}<noscript><button>Continue</button></noscript></form>` +
      '<script>document.forms[0].submit()</script>',
  );
}

/** Lets the person choose; every choice is the same request again with a `login_hint`. */
export function accountPickerPage(
  tenantName: string,
  accounts: readonly DemoAccount[],
  linkFor: (account: DemoAccount) => string,
): string {
  const choices = accounts.map(
    (account) =>
      `<li><a href="${escapeHtml(linkFor(account))}"><strong>${escapeHtml(account.displayName)}</strong> ` +
      `${escapeHtml(account.username)}</a><p>${escapeHtml(account.description)}</p></li>`,
  );
  return page(
    `Pick an account of ${tenantName}`,
    `<p>This is the demo tenant: nothing leaves this PC and no password is needed.</p><ul>${choices.join('')}</ul>`,
  );
}

export function deviceCodePage(
  userCode: string,
  accounts: readonly DemoAccount[],
  chosen: string | null,
): string {
  const options = accounts.map(
    ({ username }) =>
      `<option${username === chosen ? ' selected' : ''} value="${escapeHtml(username)}">${escapeHtml(username)}</option>`,
  );
  return page(
    'Enter the code shown by the app',
    '<form method="POST" action="/device">' +
      `<p><label>Code <input name="user_code" value="${escapeHtml(userCode)}" autofocus></label></p>` +
      `<p><label>Account <select name="username">${options.join('')}</select></label></p>` +
      '<button name="action" value="approve">Sign in</button> <button name="action" value="decline">Cancel</button></form>',
  );
}

export function messagePage(title: string, text: string): string {
  return page(title, `<p>${escapeHtml(text)}</p>`);
}

function page(title: string, content: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    '<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}li{margin:.75rem 0}p{margin:.25rem 0}</style>' +
    `</head><body><h1>${escapeHtml(title)}</h1>${content}</body></html>`
  );
}

function hiddenFields(fields: Hidden): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
