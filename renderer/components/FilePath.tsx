import type { ReactElement } from 'react';
import { MiddleCut } from './MiddleCut';

interface FilePathProps {
  readonly path: string;
  /** Null where something else tells the whole path. */
  readonly title?: null;
}

/** A path whose folders give way first: what it leads to is the name at its end. */
export function FilePath({ path, title }: FilePathProps): ReactElement {
  const folders = path.search(/[^\\/]*[\\/]?$/);
  return (
    <MiddleCut
      text={path}
      {...(title === null && { title })}
      {...(folders > 1 && { tail: path.length - folders + 1 })}
    />
  );
}
