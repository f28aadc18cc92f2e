import width from 'string-width';

const gap = '  ';

/** Columns without lines, and without blanks at the end. Ten thousand rows are written in a moment. */
export function plainTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map((text) => ({ text, columns: width(text) })));
  const widest = head.map((_, column) =>
    all.reduce((most, row) => Math.max(most, row[column]?.columns ?? 0), 0),
  );
  return all
    .map((row) =>
      row
        .map(({ text, columns }, column) => text + ' '.repeat((widest[column] ?? 0) - columns))
        .join(gap)
        .trimEnd(),
    )
    .join('\n');
}
