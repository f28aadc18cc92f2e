import { describe, expect, it } from 'vitest';
import { nameLeadsElsewhere } from '../../../../shared/preflight/causes/name-leads-elsewhere';
import { rdpDoesNotAnswer } from '../../../../shared/preflight/causes/rdp-does-not-answer';
import type { CheckId } from '../../../../shared/preflight/check-id';
import { circumstances, gatheredFrom, type Known } from '../builders';
import { aTarget, resolved } from '../connection-builders';

const sentence = (cause: typeof rdpDoesNotAnswer, known: Known, ...failed: CheckId[]) =>
  cause.sentenceFor({
    results: new Map(),
    gathered: gatheredFrom(known),
    now: circumstances.now,
    failed: (id) => failed.includes(id),
  });

describe('what stands in the way of Remote Desktop', () => {
  it.each([
    ['closed', /nothing answers/],
    ['filtered', /firewall/],
    ['unreachable', /no way/],
  ] as const)('%s', (outcome, words) => {
    const known: Known = { rdpProbe: { outcome, address: '10.0.0.4', port: 3389 } };
    expect(sentence(rdpDoesNotAnswer, known, 'rdp-port-answers')).toMatch(words);
    expect(sentence(rdpDoesNotAnswer, known)).toBeNull();
  });

  it('something else on the port', () => {
    const known: Known = {
      rdpProbe: { outcome: 'not-rdp', address: '10.0.0.4', port: 3389, handshakeMs: 1, answered: 'SSH-2.0' },
    };
    expect(sentence(rdpDoesNotAnswer, known, 'rdp-port-answers')).toMatch(/Something other/);
  });
});

describe('a name that leads elsewhere', () => {
  it.each<[string, Known, RegExp]>([
    [
      "to another VM's address",
      {
        target: aTarget({ address: 'WEB-01' }),
        addressOwners: [{ address: '10.0.0.9', vmId: 'x', vmName: 'web-02' }],
      },
      /^The name WEB-01 leads to another VM, web-02:/,
    ],
    [
      'to this PC',
      {
        target: aTarget({ address: 'WEB-01' }),
        addressOwners: [],
        nameResolutions: [resolved('WEB-01', '127.0.0.1')],
      },
      /^The name WEB-01 leads to this PC itself:/,
    ],
    [
      'to nobody we know',
      { target: aTarget({ address: 'WEB-01' }), addressOwners: [] },
      /^The name WEB-01 leads to somewhere else:/,
    ],
  ])('%s', (_, known, words) => {
    expect(sentence(nameLeadsElsewhere, known, 'target-resolves-to-the-vm')).toMatch(words);
    expect(sentence(nameLeadsElsewhere, known)).toBeNull();
  });

  it('is not blamed for an address somebody insists on', () => {
    const known: Known = { target: aTarget({ address: '10' }), addressOwners: [] };
    expect(sentence(nameLeadsElsewhere, known, 'target-resolves-to-the-vm')).toBeNull();
  });
});
