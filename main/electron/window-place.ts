import type { Settings } from '../../shared/settings/settings';

export type WindowPlace = NonNullable<Settings['window']>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallest = { width: 720, height: 480 };
const first: WindowPlace = { width: 1180, height: 760, isMaximised: false };

/** A title bar of which this much can be seen can be caught with the mouse. */
const graspable = 80;

/**
 * Where to open the window: where it was, unless no display shows that place any more; never larger than
 * the display it opens on.
 *
 * @param displays The displays' areas without task bars, the primary first.
 */
export function placeOnDisplays(remembered: WindowPlace | null, displays: readonly Area[]): WindowPlace {
  const wanted = remembered ?? first;
  const home = displays.find((display) => canBeGrasped(wanted, display));
  const display = home ?? displays[0];
  const place = {
    ...wanted,
    width: fit(wanted.width, smallest.width, display?.width),
    height: fit(wanted.height, smallest.height, display?.height),
  };
  if (home) return place;
  const { x: _x, y: _y, ...centred } = place;
  return centred;
}

function canBeGrasped({ x, y, width }: WindowPlace, display: Area): boolean {
  if (x === undefined || y === undefined) return false;
  const seenAcross = Math.min(x + width, display.x + display.width) - Math.max(x, display.x);
  return seenAcross >= graspable && y >= display.y && y <= display.y + display.height - graspable;
}

function fit(wanted: number, least: number, most = Number.POSITIVE_INFINITY): number {
  return Math.max(least, Math.min(wanted, most));
}
