import { type CaseFile, defineCause } from '../cause';
import { everyRoute, type Route } from '../route';

export const policyTheRouteCannotMeet = defineCause({
  id: 'policy-the-route-cannot-meet',

  sentenceFor(file) {
    // Where the best route stays open, the policy does not keep anybody out.
    if (!isClosed(file, 'web-account')) return null;
    const block = file.results.get('conditional-access-allows-the-route');
    if (block?.status === 'fail' && block.routes['web-account'] === 'fail') {
      const everywhere = everyRoute.every((route) => block.routes[route] === 'fail');
      return `A Conditional Access policy keeps you out${everywhere ? '' : ' of the passwordless route'}: ${block.found}`;
    }
    return file.failed('mfa-can-be-met')
      ? 'Your organisation asks for a second factor, which a password from this PC cannot give.'
      : null;
  },
});

function isClosed({ results }: CaseFile, route: Route): boolean {
  return [...results.values()].some(({ routes }) => routes[route] === 'fail');
}
