import type { Settings } from '../../../../shared/settings/settings';
import type { RoomContext, RoomHandlers } from '../room-context';

export function settingsHandlers({ live, announce }: RoomContext): RoomHandlers<'settings'> {
  async function change(how: (settings: Settings) => Settings): Promise<Settings> {
    const services = await live.current();
    const settings = await services.settings.change(how);
    announce.settings.changed(settings);
    return settings;
  }

  return {
    async read() {
      const services = await live.current();
      return services.settings.read();
    },
    change: ({ theme, baseline, client }) =>
      change((settings) => ({
        ...settings,
        ...(theme !== undefined && { theme }),
        ...(baseline !== undefined && { baseline }),
        ...(client !== undefined && { client }),
      })),
    setFavourite: ({ vmId, isFavourite }) =>
      change((settings) => {
        const others = settings.favourites.filter((favourite) => favourite !== vmId);
        return { ...settings, favourites: isFavourite ? [...others, vmId] : others };
      }),
    async readSetup({ text }) {
      const { readSetup } = await import('../../../settings/read-setup');
      return readSetup(text);
    },
    async takeSetup(organisation) {
      const settings = await change((before) => ({ ...before, organisation }));
      // Cloud, tenant and client id are what the real services are made from.
      const { session } = await live.restart();
      announce.session.changed(await session.state());
      return settings;
    },
  };
}
