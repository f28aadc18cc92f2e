const removed = '[removed]';

/** Names whose values are never written: of forms, headers, JSON, command lines. */
const secretName =
  '(?:new_?|old_?)?pass(?:word|wd|phrase)?|pwd|(?:client_?)?secret|authorization|(?:set-)?cookie|' +
  '(?:access_?|refresh_?|id_?|session_?)?token|assertion|code_?verifier|device_?code|client_?info|' +
  'private_?key|api_?key|session_?state';

const isSecretName = new RegExp(`^(?:${secretName})$`, 'i');

const rules: readonly (readonly [RegExp, string])[] = [
  // Tokens by their look, wherever they are: dotted parts, the first of which is JSON.
  [/\beyJ[\w-]+(?:\.[\w-]*)*/g, removed],
  [/\b(Bearer|Basic|PoP)\s+[\w~+/.=-]{8,}/gi, `$1 ${removed}`],
  [new RegExp(`"(${secretName})"\\s*:\\s*"(?:[^"\\\\]|\\\\.)*"`, 'gi'), `"$1":"${removed}"`],
  [
    new RegExp(`\\b(${secretName})(\\s*[=:]\\s*)(?!\\[removed)("[^"]*"|'[^']*'|[^\\s&"',;]+)`, 'gi'),
    `$1$2${removed}`,
  ],
  // An authorization code in an address.
  [/([?&]code=)[^\s&"']+/gi, `$1${removed}`],
];

/** The text without tokens and passwords. It may take away too much, never what it knows too little of. */
export function redactText(text: string): string {
  return rules.reduce((safer, [pattern, replacement]) => safer.replace(pattern, replacement), text);
}

/** A plain copy for the log: texts redacted, secret names emptied, errors with their causes. */
export function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  if (depth > 5) return '…';
  if (value instanceof Date || value instanceof URL) return redactText(String(value));
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redactValue(item, depth + 1));
  return { ...(value instanceof Error && errorParts(value, depth)), ...ownParts(value, depth) };
}

function errorParts({ name, message, stack, cause }: Error, depth: number): object {
  return {
    name,
    message: redactText(message),
    ...(stack && { stack: redactText(stack) }),
    ...(cause !== undefined && { cause: redactValue(cause, depth + 1) }),
  };
}

/** Requests and responses hang on SDK errors, with headers and bodies: they stay out whole. */
const leftOut = ['request', 'response', 'body', 'bodyAsText', 'headers', 'env'];

function ownParts(value: object, depth: number): object {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !leftOut.includes(name) && !(value instanceof Error && name === 'message'))
      .map(([name, part]) => [name, isSecretName.test(name) ? removed : redactValue(part, depth + 1)]),
  );
}
