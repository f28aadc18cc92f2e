import type { Command, CommandGroup } from '../command';
import { account } from './account';
import { connect } from './connect';
import { explain } from './explain';
import { importCommand } from './import';
import { library } from './library';
import { link } from './link';
import { preflight } from './preflight';
import { profile } from './profile';
import { profiles } from './profiles';
import { rdp } from './rdp';
import { setup } from './setup';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { thisPc } from './this-pc';
import { trustKit } from './trust-kit';
import { vms } from './vms';

/** Every command, in the order of help. */
export const commands: readonly (Command | CommandGroup)[] = [
  setup,
  signIn,
  signOut,
  account,
  vms,
  preflight,
  connect,
  link,
  profile,
  profiles,
  rdp,
  library,
  importCommand,
  trustKit,
  thisPc,
  explain,
];
