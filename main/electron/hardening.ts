import { app, type Session, type WebContents } from 'electron';

/** Every page the app will ever show stays where it is: no navigation, no pop-up, no embedded page. */
export function lockEveryPage(): void {
  app.on('web-contents-created', (_event, webContents) => {
    lock(webContents);
  });
}

function lock(webContents: WebContents): void {
  const refuse = (event: { preventDefault(): void }): void => {
    event.preventDefault();
  };
  webContents.on('will-navigate', refuse);
  webContents.on('will-frame-navigate', refuse);
  webContents.on('will-redirect', refuse);
  webContents.on('will-attach-webview', refuse);
  webContents.setWindowOpenHandler(({ url }) => {
    // Refused links are none of the page's business: it learns of no window either way.
    void import('./open-external').then(({ openExternal }) => openExternal(url)).catch(() => {});
    return { action: 'deny' };
  });
}

/** No page needs a camera, a place or a notification; nothing is ever downloaded. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_webContents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}
