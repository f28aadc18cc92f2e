/** What the password window says it wants a password for. */
export interface PasswordPrompt {
  readonly username: string;
  readonly host: string;
}

/** The channel the password goes to main on, heard by its own window's listener alone. */
export const answerChannel = 'password-window.answer';

export const usernameArgument = '--prompt-username=';
export const hostArgument = '--prompt-host=';
