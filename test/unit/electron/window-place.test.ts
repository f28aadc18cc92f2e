import { expect, it } from 'vitest';
import { placeOnDisplays } from '../../../main/electron/window-place';

const laptop = { x: 0, y: 0, width: 1920, height: 1040 };
const beside = { x: 1920, y: 0, width: 2560, height: 1400 };

it('opens at its first size, where the system puts it', () => {
  expect(placeOnDisplays(null, [laptop])).toEqual({ width: 1180, height: 760, isMaximised: false });
});

it('returns to where it was, on whichever display', () => {
  const place = { x: 2000, y: 100, width: 1300, height: 800, isMaximised: true };
  expect(placeOnDisplays(place, [laptop, beside])).toEqual(place);
});

it.each([
  ['the display is gone', { x: 2000, y: 100 }],
  ['it is above the screen', { x: 100, y: -200 }],
  ['only a sliver of it can be seen', { x: 1900, y: 100 }],
  ['it is below the screen', { x: 100, y: 1035 }],
])('comes back to the middle where %s', (_, corner) => {
  const place = { ...corner, width: 1000, height: 700, isMaximised: false };
  expect(placeOnDisplays(place, [laptop])).toEqual({ width: 1000, height: 700, isMaximised: false });
});

it('is never larger than the display, nor smaller than the design', () => {
  const small = { x: 0, y: 0, width: 1024, height: 560 };
  expect(
    placeOnDisplays({ x: 0, y: 0, width: 3000, height: 2000, isMaximised: false }, [small]),
  ).toMatchObject({
    width: 1024,
    height: 560,
  });
  const tiny = { x: 0, y: 0, width: 640, height: 400 };
  expect(placeOnDisplays(null, [tiny])).toMatchObject({ width: 720, height: 480 });
});

it('opens without knowing any display', () => {
  expect(placeOnDisplays(null, [])).toMatchObject({ width: 1180, height: 760 });
});
