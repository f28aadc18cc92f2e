import { type RefObject, useLayoutEffect, useState } from 'react';

interface RoomAbove {
  /** From the top of what scrolls to its first row, in pixels. */
  readonly above: number;
  /** How much of that stays in view and covers rows. */
  readonly covered: number;
}

/** What stands in a box that scrolls before its rows, whatever opens and closes there. `sticky` ends where they begin. */
export function useRoomAbove(
  scroller: RefObject<HTMLElement | null>,
  sticky: RefObject<HTMLElement | null>,
): RoomAbove {
  const [room, setRoom] = useState<RoomAbove>({ above: 0, covered: 0 });
  useLayoutEffect(() => {
    const head = sticky.current?.previousElementSibling;
    if (!scroller.current || !sticky.current || !head) return;
    const measured = [head, sticky.current];
    const measure = (): void => {
      const [headHeight = 0, covered = 0] = measured.map((each) => each.getBoundingClientRect().height);
      setRoom({ above: headHeight + covered, covered });
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const each of measured) observer.observe(each);
    return () => observer.disconnect();
  }, [scroller, sticky]);
  return room;
}
