import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A component of a chunk that is fetched when it is first drawn, by its name: we have no default exports. */
export function lazily<Name extends string, Props>(
  name: Name,
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: (await load())[name] }));
}
