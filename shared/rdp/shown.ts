/** A value as it may be shown: in quotes, cut where it is long, with nothing in it that cannot be seen. */
export function shown(value: string): string {
  if (value === '') return 'an empty value';
  const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return `“${short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, asCode)}”`;
}

function asCode(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `‹U+${point.toString(16).toUpperCase().padStart(4, '0')}›`;
}
