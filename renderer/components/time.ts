const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const dayAndClock = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** `12:04:31`, in this PC's time zone. */
export function clockTime(iso: string): string {
  return clock.format(new Date(iso));
}

/** The whole moment, for a tooltip. */
export function wholeTime(iso: string): string {
  return dayAndClock.format(new Date(iso));
}

/** `12 s`, `2 min`, `3 h` or `4 d` since then. */
export function ageOf(iso: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - new Date(iso).getTime()) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** `0.8 s`: durations have one decimal everywhere. */
export function durationText(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
