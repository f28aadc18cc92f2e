import { defineCheck } from '../check';
import { sources } from '../sources';
import { fail, pass, remedy, skip } from '../verdict';

/** The first build of Windows 10. */
const windows10 = 10240;
const names = { windows: 'Windows', macos: 'macOS', linux: 'Linux' } as const;

export const pcRunsWindows = defineCheck({
  id: 'pc-runs-windows',
  title: 'This PC runs Windows 10 or later',
  routes: ['password'],
  source: sources.signInToVm,
  needs: ['thisPc'],

  judge({ thisPc: { os, build, productName } }) {
    // Nothing is wrong with such a PC: the password route is simply not offered on it.
    if (os !== 'windows') {
      return skip(
        `This PC runs ${names[os]}; signing in with a password is possible from Windows 10 or later.`,
      );
    }
    if (build !== null && build < windows10) {
      return fail(`This PC runs ${productName ?? 'Windows'} (build ${build}), older than Windows 10.`, [
        remedy.do('Connect from a PC with Windows 10 or later.'),
      ]);
    }
    return pass(`This PC runs ${productName ?? 'Windows'}${build === null ? '' : ` (build ${build})`}.`);
  },
});
