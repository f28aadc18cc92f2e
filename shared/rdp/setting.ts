/** One line of an .rdp file: `name:type:value`. */
export interface RdpSetting {
  /** Lower case, as clients compare names without it. */
  readonly name: string;
  /** `i` integer, `s` string, `b` binary as hexadecimal text. */
  readonly type: 'i' | 's' | 'b';
  /** Exactly as it stands in the file. */
  readonly value: string;
}

export function lineOf({ name, type, value }: RdpSetting): string {
  return `${name}:${type}:${value}`;
}
