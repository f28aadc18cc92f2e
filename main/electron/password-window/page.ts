/**
 * The page of the password window. It has no script: its preload fills it in and reads it, so that the password
 * is never in a page's JavaScript.
 */
export const passwordPage = (nonce: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Password</title>
    <style nonce="${nonce}">
      :root { color-scheme: light dark; --accent: #0f6cbd; --accent-text: #fff; --edge: #8a8886; --quiet: #616161; --page: #fff; --text: #242424; }
      @media (prefers-color-scheme: dark) { :root { --accent: #479ef5; --accent-text: #0a2e4a; --edge: #adadad; --quiet: #adadad; --page: #292929; --text: #fff; } }
      * { box-sizing: border-box; }
      body { margin: 0; padding: 20px 24px; background: var(--page); color: var(--text); font: 14px/20px "Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Helvetica Neue", Arial, sans-serif; }
      h1 { margin: 0 0 4px; font-size: 20px; line-height: 28px; font-weight: 600; }
      p { margin: 0 0 16px; color: var(--quiet); overflow-wrap: anywhere; }
      label { display: block; margin-bottom: 4px; font-weight: 600; }
      input { width: 100%; height: 32px; padding: 0 10px; border: 1px solid var(--edge); border-radius: 4px; background: transparent; color: inherit; font: inherit; }
      footer { display: flex; justify-content: flex-end; gap: 8px; margin-top: 24px; }
      button { min-width: 96px; height: 32px; padding: 0 12px; border: 1px solid var(--edge); border-radius: 4px; background: transparent; color: inherit; font: inherit; font-weight: 600; }
      button[type="submit"] { border-color: transparent; background: var(--accent); color: var(--accent-text); }
      input:focus { outline: none; border-bottom: 2px solid var(--accent); }
      button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
      @media (forced-colors: active) { button[type="submit"] { border-color: ButtonText; } input:focus { outline: 2px solid Highlight; } }
    </style>
  </head>
  <body>
    <main>
      <h1 id="title">Sign in to <span id="host"></span></h1>
      <p id="note">The password goes to the RDP client alone. Entra RDP does not keep it.</p>
      <form>
        <label for="password">Password of <span id="username"></span></label>
        <input id="password" type="password" autocomplete="off" autofocus required>
        <footer>
          <button type="button" id="cancel">Cancel</button>
          <button type="submit" id="submit">Sign in</button>
        </footer>
      </form>
    </main>
  </body>
</html>`;
