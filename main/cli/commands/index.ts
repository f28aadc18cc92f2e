import type { Command } from '../command';
import { account } from './account';
import { connect } from './connect';
import { explain } from './explain';
import { preflight } from './preflight';
import { profile } from './profile';
import { setup } from './setup';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { thisPc } from './this-pc';
import { vms } from './vms';

/** Every command, in the order of help. */
export const commands: readonly Command[] = [
  setup,
  signIn,
  signOut,
  account,
  vms,
  preflight,
  connect,
  profile,
  thisPc,
  explain,
];
