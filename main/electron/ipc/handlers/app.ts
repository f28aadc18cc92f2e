import type { RoomContext, RoomHandlers } from '../room-context';

export function appHandlers({ desktop }: RoomContext): RoomHandlers<'app'> {
  return {
    about: () => desktop.about(),
    openExternal: ({ url }) => desktop.openExternal(url),
    async copyText({ text }) {
      desktop.copyText(text);
    },
  };
}
