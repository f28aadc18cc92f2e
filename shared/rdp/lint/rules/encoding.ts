import { type LintRule, type Observation, observed, wholeFile } from '../rule';

export const encoding: LintRule = {
  id: 'encoding',
  title: 'Text that not every client reads',

  look({ document }) {
    return [
      ...ofTheFile(document.encoding, document.hasByteOrderMark),
      ...endings(document),
      ...broken(document),
    ];
  },
};

type Document = Parameters<LintRule['look']>[0]['document'];

function ofTheFile(found: Document['encoding'], hasByteOrderMark: boolean): Observation[] {
  const say = (severity: 'medium' | 'low', sentence: string) => [observed(severity, wholeFile, sentence)];
  switch (found) {
    case 'utf-16le':
      return hasByteOrderMark
        ? []
        : say('medium', 'UTF-16 without a byte order mark: FreeRDP reads almost nothing of it.');
    case 'utf-16be':
      return say('medium', 'UTF-16 with the high byte first: FreeRDP reads almost nothing of it.');
    case 'utf-8':
      return hasByteOrderMark
        ? say('medium', 'UTF-8 with a byte order mark: FreeRDP and Remmina lose the first line.')
        : [];
    case 'windows-1252':
      return say(
        'low',
        'The file is neither Unicode nor marked; it was read as Windows-1252, which is a guess.',
      );
  }
}

function endings({ lines }: Document): Observation[] {
  const kinds = new Set(lines.map(({ ending }) => ending).filter((ending) => ending !== ''));
  return kinds.size > 1
    ? [observed('low', wholeFile, 'Its lines end in different ways; clients may see more or fewer lines.')]
    : [];
}

function broken({ lines }: Document): Observation[] {
  return lines
    .filter(({ text }) => /[\0\ufffd]/.test(text))
    .map(({ number }) =>
      observed(
        'medium',
        { line: number },
        'The line holds bytes that are no text; some clients stop reading there.',
      ),
    );
}
