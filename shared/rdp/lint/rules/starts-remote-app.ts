import { shown } from '../../shown';
import { isOn } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const startsRemoteApp: LintRule = {
  id: 'starts-remote-app',
  title: 'Shows one program as if it were local',

  look({ all }) {
    const name = [...all('remoteapplicationname'), ...all('remoteapplicationprogram')]
      .map(({ value }) => value.trim())
      .find((value) => value !== '');
    return all('remoteapplicationmode')
      .filter(isOn)
      .map((setting) =>
        observed(
          'medium',
          setting,
          `RemoteApp is on${name ? ` for ${shown(name)}` : ''}: its windows look local, without the bar that names the server.`,
        ),
      );
  },
};
