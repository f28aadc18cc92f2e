import { shown } from '../../shown';
import { isAskedFor } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const startsAProgram: LintRule = {
  id: 'starts-a-program',
  title: 'Starts a program in place of the desktop',

  look(file) {
    // In RemoteApp files the line only repeats the program.
    const isRemoteApp = isAskedFor(file, 'remoteapplicationmode');
    return file
      .all('alternate shell')
      .filter(({ value }) => value.trim() !== '' && !(isRemoteApp && value.startsWith('||')))
      .map((setting) =>
        observed(
          'high',
          setting,
          `“alternate shell” is ${shown(setting.value)}: it runs with your rights as soon as you have signed in.`,
        ),
      );
  },
};
