/** What the password window says it wants a password for: an account on a computer, or a file. */
export type PasswordPrompt = { readonly username: string; readonly host: string } | { readonly file: string };

/** The channel the password goes to main on, heard by its own window's listener alone. */
export const answerChannel = 'password-window.answer';

export const usernameArgument = '--prompt-username=';
export const hostArgument = '--prompt-host=';
export const fileArgument = '--prompt-file=';
