import { Menu, type MenuItemConstructorOptions } from 'electron';

/** Copying, pasting and zooming by the keys people know. The bar itself stays hidden but on macOS. */
export function setMenu(isPackaged: boolean): void {
  const inspect: MenuItemConstructorOptions[] = isPackaged ? [] : [{ role: 'toggleDevTools' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
          ...inspect,
        ],
      },
      { role: 'windowMenu' },
    ]),
  );
}

/** Electron would build a menu of its own while the window waits for it. */
export function leaveOutMenu(): void {
  Menu.setApplicationMenu(null);
}
