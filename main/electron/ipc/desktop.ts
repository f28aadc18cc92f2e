/** What handlers ask of the desktop around them; tests answer for it. */
export interface Desktop {
  /** Null when the person changed their mind. An absolute path is suggested as it is. */
  askWhereToSave(suggestedName: string, kind?: 'rdp' | 'zip'): Promise<string | null>;
  /** The path of a file that is there. Null when the person changed their mind. */
  askForFile(kind: 'rdp' | 'certificate' | 'list'): Promise<string | null>;
  /** The same for several files of other programs. */
  askForFiles(kind: 'import'): Promise<readonly string[] | null>;
  /** The path of a folder; but for one to import the person may make it there and then. Null when they changed their mind. */
  askForFolder(kind: 'library' | 'import' | 'batch'): Promise<string | null>;
  /**
   * In a window of its own, so that the password never enters the app's page. Null gives up, as the signal does
   * when nobody waits for the answer any more.
   */
  askPassword(
    prompt: { readonly username: string; readonly host: string },
    signal: AbortSignal,
  ): Promise<string | null>;
  /** The same for the password of a file, such as a certificate's. */
  askFilePassword(file: string): Promise<string | null>;
  /** @throws AppError `invalid-request` for a link that may not leave the app. */
  openExternal(url: string): Promise<void>;
  copyText(text: string): void;
  about(): Promise<{ version: string; electron: string; chromium: string; logFile: string }>;
}
