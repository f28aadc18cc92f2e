import { describe, expect, it } from 'vitest';
import { agoText, momentText } from '../../../shared/time/moment';

const now = new Date(2026, 10, 26, 16, 3).getTime();
const before = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('how long ago', () => {
  it.each([
    [0, 'just now'],
    [-5, 'just now'],
    [1, '1 minute ago'],
    [59, '59 minutes ago'],
    [60, '1 hour ago'],
    [150, '2 hours ago'],
    [24 * 60, '1 day ago'],
    [40 * 24 * 60, '40 days ago'],
  ])('%i minutes', (minutes, text) => {
    expect(agoText(before(minutes), now)).toBe(text);
  });
});

it('names the moment, with the year where it is another', () => {
  expect(momentText(before(120), now)).toBe('26 Nov, 14:03');
  expect(momentText(new Date(2025, 0, 2, 9, 5).toISOString(), now)).toBe('2 Jan 2025, 09:05');
});
