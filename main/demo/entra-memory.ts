import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type { DemoState } from './demo-state';
import type { DemoAccount } from './tenant-schema';

/** What a sign-in was granted for: carried from the authorize page to the code, to the refresh token. */
export interface Grant {
  readonly account: DemoAccount;
  readonly clientId: string;
  readonly tenantId: string;
  /** Whether a second factor was given. */
  readonly hasMfa: boolean;
  /** Milliseconds since 1970. */
  readonly grantedAt: number;
}

interface PendingCode {
  readonly grant: Grant;
  readonly scope: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string | undefined;
}

export interface PendingDevice {
  readonly clientId: string;
  readonly tenantId: string;
  readonly scope: string;
  readonly claims: string | undefined;
  readonly userCode: string;
  readonly expiresAt: number;
  answer: 'waiting' | 'declined' | DemoAccount;
}

/** What the demo's Entra ID remembers while it runs. */
export interface EntraMemory {
  readonly signingKey: KeyObject;
  readonly verifyingKey: KeyObject;
  readonly codes: Map<string, PendingCode>;
  readonly refreshTokens: Map<string, Grant>;
  readonly devices: Map<string, PendingDevice>;
}

const memories = new WeakMap<DemoState, EntraMemory>();

export function memoryOf(state: DemoState): EntraMemory {
  const known = memories.get(state);
  if (known) return known;
  // P-256: made in a tenth of a millisecond, where RSA would cost the start 60 to 170.
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const memory: EntraMemory = {
    signingKey: privateKey,
    verifyingKey: publicKey,
    codes: new Map(),
    refreshTokens: new Map(),
    devices: new Map(),
  };
  memories.set(state, memory);
  return memory;
}

export function randomCode(): string {
  return randomBytes(24).toString('base64url');
}

/** Codes people type: without the letters and digits that look alike. */
export function randomUserCode(): string {
  const alphabet = 'BCDFGHJKLMNPQRSTVWXZ23456789';
  return [...randomBytes(9)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
