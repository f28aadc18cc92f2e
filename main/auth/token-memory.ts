import type { AccessToken } from './token-source';

/** A token is given out only while it lasts this long: whoever gets it may need a while to use it. */
const reserveMs = 300_000;

/**
 * Tokens that still last, so that a run of twenty calls does not look twenty times through MSAL's cache, which costs
 * milliseconds each. In memory alone, and for one identity: whoever signs in or out forgets them.
 */
export class TokenMemory {
  private readonly tokens = new Map<string, AccessToken>();

  constructor(private readonly now: () => number = Date.now) {}

  lasting(key: string): AccessToken | undefined {
    const token = this.tokens.get(key);
    if (token && token.expiresAt - reserveMs > this.now()) return token;
    this.tokens.delete(key);
    return undefined;
  }

  keep(key: string, token: AccessToken): void {
    this.tokens.set(key, token);
  }

  forget(): void {
    this.tokens.clear();
  }
}
