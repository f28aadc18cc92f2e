/** Gives the password of a file; asked only for one that needs it, and once for each. */
export type AskPassword = (file: string) => Promise<string>;
