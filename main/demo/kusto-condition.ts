import { KustoError, syntaxError, type Token, tokensOf } from './kusto-tokens';

type Row = Readonly<Record<string, unknown>>;
/** A text, a truth, or nothing where the row has none. */
type Value = string | boolean | null;
type Expression = (row: Row) => Value;

/** Columns of a virtual machine that a condition may name. */
const columns = ['id', 'name', 'type', 'location', 'resourceGroup', 'subscriptionId', 'tenantId'];

/**
 * A small and honest part of Kusto: comparisons of texts joined by `and`, `or` and `not(…)`, over columns of a
 * VM and its tags. What is not part of it is refused as Kusto refuses what it does not know.
 *
 * @throws KustoError.
 */
export function conditionOf(source: string): (row: Row) => boolean {
  const reader = createReader(source);
  const condition = disjunction(reader);
  if (reader.next().kind !== 'end') throw syntaxError(source, reader.next().at);
  return (row) => condition(row) === true;
}

function createReader(source: string) {
  const tokens = tokensOf(source);
  let index = 0;
  const next = (): Token => tokens[index] ?? { kind: 'end', value: '', at: source.length };
  return {
    source,
    next,
    take(): Token {
      const token = next();
      index += 1;
      return token;
    },
    /** Whether the next piece is this one, which is then behind us. */
    takes(value: string): boolean {
      const { kind, value: found } = next();
      const isIt = (kind === 'name' || kind === 'sign') && found.toLowerCase() === value;
      if (isIt) index += 1;
      return isIt;
    },
    expect(value: string): void {
      if (!this.takes(value)) throw syntaxError(source, next().at);
    },
  };
}

type Reader = ReturnType<typeof createReader>;

function disjunction(reader: Reader): Expression {
  const parts = [conjunction(reader)];
  while (reader.takes('or')) parts.push(conjunction(reader));
  return parts.length === 1 && parts[0] ? parts[0] : (row) => parts.some((part) => part(row) === true);
}

function conjunction(reader: Reader): Expression {
  const parts = [comparison(reader)];
  while (reader.takes('and')) parts.push(comparison(reader));
  return parts.length === 1 && parts[0] ? parts[0] : (row) => parts.every((part) => part(row) === true);
}

type Compare = (left: string, right: string) => boolean;

const lower =
  (compare: Compare): Compare =>
  (a, b) =>
    compare(a.toLowerCase(), b.toLowerCase());
const terms = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u);

const comparisons: Readonly<Record<string, Compare>> = {
  '==': (a, b) => a === b,
  '=~': lower((a, b) => a === b),
  contains: lower((a, b) => a.includes(b)),
  startswith: lower((a, b) => a.startsWith(b)),
  endswith: lower((a, b) => a.endsWith(b)),
  has: lower((a, b) => terms(a).includes(b)),
};

/** Each has its opposite. */
const opposites: Readonly<Record<string, string>> = {
  '!=': '==',
  '!~': '=~',
  '!contains': 'contains',
  '!startswith': 'startswith',
  '!endswith': 'endswith',
  '!has': 'has',
};

function comparison(reader: Reader): Expression {
  const left = operand(reader);
  const { at, value } = reader.next();
  const operator = value.toLowerCase();
  if (reader.next().kind === 'end' || [')', ',', 'and', 'or'].includes(operator)) return left;
  reader.take();
  const isList = /^!?in~?$/.test(operator);
  if (isList) {
    const found = membership(left, operator.includes('~'), list(reader));
    return operator.startsWith('!') ? (row) => found(row) !== true : found;
  }
  const compare = comparisons[opposites[operator] ?? operator];
  if (!compare) throw syntaxError(reader.source, at);
  const right = operand(reader);
  // As with a null: it is equal to nothing, and different from everything.
  const holds: Expression = (row) => {
    const [a, b] = [left(row), right(row)];
    return a !== null && b !== null && compare(String(a), String(b));
  };
  return operator in opposites ? (row) => holds(row) !== true : holds;
}

function membership(left: Expression, isLoose: boolean, items: readonly Expression[]): Expression {
  const compare = comparisons[isLoose ? '=~' : '=='] ?? (() => false);
  return (row) => {
    const value = left(row);
    return value !== null && items.some((item) => compare(String(value), String(item(row) ?? '')));
  };
}

function list(reader: Reader): Expression[] {
  reader.expect('(');
  const items = [operand(reader)];
  while (reader.takes(',')) items.push(operand(reader));
  reader.expect(')');
  return items;
}

type Call = (argument: Value) => Value;

const functions: Readonly<Record<string, Call>> = {
  not: (value) => value !== true,
  isempty: (value) => value === null || value === '',
  isnotempty: (value) => value !== null && value !== '',
  tostring: (value) => String(value ?? ''),
  tolower: (value) => String(value ?? '').toLowerCase(),
  toupper: (value) => String(value ?? '').toUpperCase(),
};

function operand(reader: Reader): Expression {
  if (reader.takes('(')) {
    const inner = disjunction(reader);
    reader.expect(')');
    return inner;
  }
  const { at, kind, value } = reader.take();
  if (kind === 'number') {
    throw new KustoError('SEM0064', `Cannot compare values of types string and long: '${value}'`);
  }
  if (kind === 'text') return () => value;
  if (kind !== 'name') throw syntaxError(reader.source, at);
  if (value === 'true' || value === 'false') return () => value === 'true';
  return reader.next().value === '(' && reader.next().kind === 'sign'
    ? call(reader, value)
    : column(reader, value);
}

function call(reader: Reader, name: string): Expression {
  const compute = functions[name];
  if (!compute) throw new KustoError('SEM0100', `Unknown function: '${name}'.`);
  reader.expect('(');
  const argument = disjunction(reader);
  reader.expect(')');
  return (row) => compute(argument(row));
}

function column(reader: Reader, name: string): Expression {
  if (name === 'tags') return tag(reader);
  if (!columns.includes(name)) {
    throw new KustoError(
      'SEM0100',
      `'where' operator: Failed to resolve column or scalar expression named '${name}'`,
    );
  }
  return (row) => textOf(row[name]);
}

function tag(reader: Reader): Expression {
  const isQuoted = reader.takes('[');
  if (!isQuoted) reader.expect('.');
  const { at, kind, value } = reader.take();
  if (kind !== (isQuoted ? 'text' : 'name')) throw syntaxError(reader.source, at);
  if (isQuoted) reader.expect(']');
  return (row) => {
    const { tags } = row;
    const own = typeof tags === 'object' && tags !== null ? Object.entries(tags) : [];
    return textOf(own.find(([key]) => key === value)?.[1]);
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
