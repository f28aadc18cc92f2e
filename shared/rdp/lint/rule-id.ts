/** The rules, in the order of their findings on a line. Ids are part of the product: reports and filters use them. */
export const ruleIds = [
  'address-missing',
  'address-malformed',
  'web-account-needs-a-name',
  'address-mismatch',
  'alternate-address-empty',
  'port-conflict',
  'misleading-text',
  'duplicate-setting',
  'injected-option',
  'saved-secret',
  'starts-a-program',
  'starts-remote-app',
  'leaks-variables',
  'gateway',
  'nla-off',
  'server-not-verified',
  'web-account-contradicted',
  'shares-drives',
  'shares-usb-devices',
  'shares-cameras',
  'shares-microphone',
  'shares-devices',
  'shares-clipboard',
  'shares-location',
  'shares-passkeys',
  'shares-smart-cards',
  'shares-ports',
  'shares-printers',
  'shares-by-default',
  'hides-the-session',
  'sends-elsewhere',
  'signature-malformed',
  'not-covered-by-signature',
  'not-signed',
  'mistyped-setting',
  'value-out-of-range',
  'unknown-setting',
  'deprecated-setting',
  'not-a-setting',
  'number-read-differently',
  'list-read-differently',
  'pair-incomplete',
  'spelling-read-differently',
  'encoding',
  'windows-policy',
  'opening-dialog',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** The article that explains a rule. */
export function topicOf<Id extends RuleId>(id: Id): `rdp-${Id}` {
  return `rdp-${id}`;
}

export const ruleTopics = ruleIds.map(topicOf);
