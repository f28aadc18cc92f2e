import type { ConsentState } from '../../../shared/session/session-state';

export function consentText({ consents, adminConsentUrl, request }: ConsentState): string {
  const missing = consents.some(({ isGranted }) => isGranted === false);
  return [
    ...consents.map(({ permission, api, isGranted, why, costs }) => {
      const state = { true: 'granted', false: 'missing', null: 'not known' }[
        String(isGranted) as 'true' | 'false' | 'null'
      ];
      const cost = isGranted === false && costs.length ? `\n    without it: ${costs.join(', ')}` : '';
      return `  ${state.padEnd(9)} ${permission} (${api}): ${why}${cost}`;
    }),
    ...(missing ? ['', request, ...(adminConsentUrl ? [adminConsentUrl] : [])] : []),
  ].join('\n');
}
