import { AppError } from '../../shared/errors/app-error';

export interface ResourceIdParts {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  /** Names along the id, from the resource to its innermost child: network, subnet. */
  readonly names: readonly string[];
}

/** Takes a resource id apart. @throws AppError `not-found` for one that stands in no resource group. */
export function partsOfResourceId(id: string): ResourceIdParts {
  const match =
    /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/[^/]+((?:\/[^/]+\/[^/]+)+)$/i.exec(id);
  const [, subscriptionId, resourceGroup, path] = match ?? [];
  if (subscriptionId === undefined || resourceGroup === undefined || path === undefined) {
    throw new AppError('not-found', `${id} is not the id of a resource in a resource group.`);
  }
  const names = path.split('/').filter((_, index) => index > 0 && index % 2 === 0);
  return { subscriptionId, resourceGroup, names };
}

/** The name of the resource itself. */
export function nameOfResource(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
