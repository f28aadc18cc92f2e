import { Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { words } from './words';

interface LineLinkProps {
  readonly line: number;
  readonly onShowLine: (line: number) => void;
}

/** Shows a line of the file in its text. */
export function LineLink({ line, onShowLine }: LineLinkProps): ReactElement {
  return (
    <Link as="button" inline title={words.showLine(line)} onClick={() => onShowLine(line)}>
      {words.line(line)}
    </Link>
  );
}
