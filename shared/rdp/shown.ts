/** A value as it may be shown: in quotes, cut where it is long, with nothing in it that cannot be seen. */
export function shown(value: string): string {
  if (value === '') return 'an empty value';
  return `“${visible(value.length > 60 ? `${value.slice(0, 60)}…` : value)}”`;
}

/** Text of a file without what could move a terminal's cursor or turn the reading direction around. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, asCode);
}

function asCode(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `‹U+${point.toString(16).toUpperCase().padStart(4, '0')}›`;
}
