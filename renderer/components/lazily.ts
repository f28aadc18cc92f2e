import { type ComponentType, createElement, type FunctionComponent, lazy, useState } from 'react';

type LazyComponent<Props> = FunctionComponent<Props> & {
  /** Fetches the chunk while nobody waits for it. */
  readonly prepare: () => Promise<unknown>;
};

/**
 * A component of a chunk that is fetched when it is first drawn, by its name: we have no default exports.
 *
 * One whose chunk is there already is drawn at once: React's `lazy` would first draw what stands in for it, and
 * let that stand for 300 ms.
 */
export function lazily<Name extends string, Props extends object>(
  name: Name,
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
): LazyComponent<Props> {
  let ready: ComponentType<Props> | null = null;
  const prepare = async (): Promise<{ default: ComponentType<Props> }> => {
    ready = (await load())[name];
    return { default: ready };
  };
  const Waiting: ComponentType<Props> = lazy(prepare);
  function Lazy(props: Props) {
    // Chosen once: another component in its place would begin anew.
    const [Chosen] = useState(() => ready ?? Waiting);
    return createElement(Chosen, props);
  }
  return Object.assign(Lazy, { prepare });
}
