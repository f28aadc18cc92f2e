import type { LeftOut } from './compose-layered';
import type { LayersProblem } from './resolve';

export function problemText(problem: LayersProblem): string {
  if (problem.kind === 'inherits-itself') {
    return `Templates inherit from each other in a ring: ${problem.ids.join(' → ')}. Take one of them out of it.`;
  }
  const wanted = problem.wantedBy === null ? '' : `, which “${problem.wantedBy}” names`;
  return `There is no template “${problem.id}”${wanted}, in the library.`;
}

export function leftOutText({ because, origin }: LeftOut): string {
  const whose = origin.kind === 'template' || origin.kind === 'profile' ? ` of “${origin.name}”` : '';
  return `A setting${whose} was left out: ${because}.`;
}
