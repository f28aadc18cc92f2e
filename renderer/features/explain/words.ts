export const words = {
  title: 'Explain an error',
  lead: 'Paste a code or the words of a message. Nothing of it leaves this PC.',
  label: 'Code or message',
  placeholder: 'AADSTS293004, 0x1080, -2145648574, or the words of a dialog',
  button: 'Explain',
  failed: 'This could not be looked up',
  unknownTitle: 'Not known',
  unknownBody: 'Nothing we know comes near it. A code, or more of the message’s own words, may help.',
  nearestTitle: 'Not known. The nearest we have:',
  remedy: 'What to do',
  source: 'source',
} as const;
