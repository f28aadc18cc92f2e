/** One piece of a condition. `at` counts characters from its start. */
export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'sign' | 'end';
  readonly value: string;
  readonly at: number;
}

/** What Kusto would refuse, in its own kind of words. */
export class KustoError extends Error {
  override readonly name = 'KustoError';

  constructor(
    readonly code: 'SYN0002' | 'SEM0100' | 'SEM0064',
    message: string,
  ) {
    super(message);
  }
}

const pattern =
  /\s*(?:(?<text>'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*")|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_]\w*~?)|(?<sign>==|=~|!=|!~|![A-Za-z_]+~?|[()[\],.]))/y;

const kinds = ['text', 'number', 'name', 'sign'] as const;

/** The pieces of a condition, and one more that says its end. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    pattern.lastIndex = at;
    const groups = pattern.exec(source)?.groups;
    if (!groups) throw syntaxError(source, at);
    const kind = kinds.find((one) => groups[one] !== undefined) ?? 'sign';
    const value = groups[kind] ?? '';
    tokens.push({ kind, value: kind === 'text' ? unescaped(value) : value, at });
    at = pattern.lastIndex;
  }
  return [...tokens, { kind: 'end', value: '', at }];
}

export function syntaxError(source: string, at: number): KustoError {
  const near = source.slice(at).trim().slice(0, 20);
  return new KustoError(
    'SYN0002',
    near === ''
      ? 'Query could not be parsed at the end of the condition.'
      : `Query could not be parsed at '${near}' on position ${at}.`,
  );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character);
}
