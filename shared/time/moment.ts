const thisYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const anotherYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `26 Nov, 14:03`, in this PC's time zone; with the year where it is not the one of `now`. */
export function momentText(iso: string, now: number): string {
  const moment = new Date(iso);
  const isThisYear = moment.getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? thisYear : anotherYear).format(moment);
}

/** `just now`, `5 minutes ago`, `2 hours ago`, `3 days ago`. */
export function agoText(iso: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - new Date(iso).getTime()) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return ago(minutes, 'minute');
  if (minutes < 24 * 60) return ago(Math.floor(minutes / 60), 'hour');
  return ago(Math.floor(minutes / (24 * 60)), 'day');
}

function ago(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
