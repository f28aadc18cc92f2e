/** Longer ones Resource Graph would refuse, too. */
const longest = 4000;

/**
 * Why a text cannot stand as the condition of a query's `where`, as a sentence; null where it can. Whether
 * Resource Graph understands it, only Resource Graph says: here it is only held to its place, so that it adds
 * no operator, no second statement and no comment to the query around it.
 */
export function faultOfCondition(text: string): string | null {
  if (text.trim() === '') return 'It is empty.';
  if (text.length > longest) return `It has ${text.length} characters; ${longest} are the most.`;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/(?![\t\n\r])\p{Cc}/u.test(character)) return 'It holds a control character.';
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (depth < 0) return 'It closes a bracket that it did not open.';
    if (character === "'" || character === '"') {
      const end = endOfString(text, at);
      if (end === null) return `A text that begins with ${text.slice(at, at + 20)} does not end.`;
      at = end;
      continue;
    }
    const refused = refusedAt(text, at);
    if (refused) return refused;
  }
  return depth === 0 ? null : 'It opens a bracket that it does not close.';
}

function refusedAt(text: string, at: number): string | null {
  switch (text.charAt(at)) {
    case '|':
      return 'It holds a pipe (|), and only a condition can stand here. Join conditions by "and" and "or".';
    case ';':
      return 'It holds a semicolon (;), and only one condition can stand here.';
    case '`':
    case '@':
      return `It holds ${text.charAt(at)}: write texts in plain quotes, with \\ before a quote or a backslash in them.`;
    case '/':
      return text.charAt(at + 1) === '/' ? 'It holds a comment (//).' : null;
    default:
      return null;
  }
}

/** Where the text that begins at a quote ends; null where it does not, or not in its line. */
function endOfString(text: string, start: number): number | null {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const isEscape = text.charAt(at) === '\\';
    if (isEscape) at += 1;
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') return null;
    if (!isEscape && character === quote) return at;
  }
  return null;
}
