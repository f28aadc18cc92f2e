import type { CodeKind } from './known-symptom';

/** A number found in a text, with the kinds of code it may be. */
export interface FoundCode {
  /** As 32-bit signed, which is how Windows' own codes are kept. */
  readonly value: number;
  readonly kinds: readonly CodeKind[];
}

const smallKinds: readonly CodeKind[] = [
  'disconnect',
  'extension',
  'freerdp',
  'extended-disconnect',
  'windows',
];

/** Words that tell whose code it is. The first that fits decides. */
const hints: readonly { readonly words: RegExp; readonly kinds: readonly CodeKind[] }[] = [
  { words: /freerdp/i, kinds: ['freerdp'] },
  { words: /extended/i, kinds: ['extended-disconnect'] },
  { words: /mstsc|disconnect|event (id )?1026|rdpclient/i, kinds: ['disconnect', 'extended-disconnect'] },
  { words: /extension|aadlogin|dsreg/i, kinds: ['extension', 'windows'] },
  { words: /aadsts|entra/i, kinds: ['aadsts'] },
];

// In a long text most numbers are dates, ports and ids: there only one that is called a code counts.
const calledACode = /\b(?:error|code|reason|exit|status|hresult|result|rc)\b[\s:=#'"(]*(-?\d{1,10})\b/gi;
const ownShape = /\b0x([\da-f]{1,8})\b|(?<![\w-])(caa[\da-f]{5}|[89c][\da-f]{7})(?![\w-])|(-\d{8,10})\b/gi;

/** The codes in a text, the most telling first. */
export function codesIn(text: string): FoundCode[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    // The number of an update is a name, and no code.
    .replace(/\bKB\d{6,8}\b/gi, ' ');
  const hinted = hints.find(({ words }) => words.test(plain))?.kinds;
  return [
    ...[...plain.matchAll(/AADSTS[\s:]*(\d{4,9})/gi)].map(([, digits]) => aadsts(Number(digits))),
    ...[...plain.matchAll(ownShape)].flatMap(([, hex, bareHex, signed]) =>
      fromShape(hex ?? bareHex, signed, hinted),
    ),
    ...decimalsIn(plain).map((value) => fromDecimal(value, hinted)),
  ];
}

function aadsts(value: number): FoundCode {
  return { value, kinds: ['aadsts'] };
}

function fromShape(
  hex: string | undefined,
  signed: string | undefined,
  hinted?: readonly CodeKind[],
): FoundCode[] {
  if (signed !== undefined) return [{ value: Number(signed) | 0, kinds: ['windows'] }];
  // Eight decimal digits in a row are no hexadecimal code.
  if (hex === undefined || (/^\d{8}$/.test(hex) && !/^[89]0/.test(hex))) return [];
  const value = Number.parseInt(hex, 16) | 0;
  return [
    { value, kinds: value < 0 ? ['windows'] : (hinted ?? ['disconnect', 'windows', 'extended-disconnect']) },
  ];
}

function decimalsIn(text: string): number[] {
  const isBare = /^[^\d-]{0,40}-?\d{1,10}[^\d]{0,10}$/.test(text.trim());
  const found = isBare
    ? [/-?\d{1,10}/.exec(text)?.[0]]
    : [...text.matchAll(calledACode)].map(([, digits]) => digits);
  return found.flatMap((digits) =>
    digits === undefined || text.includes(`0x${digits}`) ? [] : [Number(digits)],
  );
}

function fromDecimal(value: number, hinted?: readonly CodeKind[]): FoundCode {
  if (value < 0 || value > 0x7fffffff) return { value: value | 0, kinds: ['windows'] };
  if (hinted) return { value, kinds: hinted };
  return { value, kinds: value < 50000 ? smallKinds : ['aadsts', 'windows'] };
}
