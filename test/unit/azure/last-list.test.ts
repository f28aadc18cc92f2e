import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headLine, readHeadLine, readRowLine, rowLines, vmsALine } from '../../../shared/azure/last-list';
import { PowerState } from '../../../shared/azure/virtual-machine';
import { manyVms, sampleVm, vmIdOf } from '../../support/sample-vms';

const head = {
  asOf: '2026-11-26T14:03:00.000Z',
  username: 'ada@contoso.example',
  tenantId: '22222222-2222-4222-8222-222222222222',
  total: 2,
  partial: [{ scope: 'sub-2', name: null, because: 'Azure denied access.' }],
};

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyVm = fc
  .record({
    name: text,
    computerName: orNull(text),
    subscriptionId: text,
    subscriptionName: orNull(text),
    tenantId: orNull(text),
    resourceGroup: text,
    location: text,
    os: orNull(text),
    osVersion: orNull(text),
    osType: orNull(fc.constantFrom('Windows' as const, 'Linux' as const)),
    powerState: orNull(fc.constantFrom(...PowerState.options)),
    privateIps: orNull(fc.array(text, { maxLength: 3 })),
    publicIps: orNull(fc.array(text, { maxLength: 3 })),
    hasSystemAssignedIdentity: fc.boolean(),
    loginExtension: orNull(text),
  })
  .map((vm) => sampleVm('any-01', vm));

describe('what is written is what is read', () => {
  it('for any VMs, whatever stands in their names', () => {
    fc.assert(
      fc.property(fc.array(anyVm, { maxLength: 30 }), (vms) => {
        const lines = rowLines(vms).split('\n').filter(Boolean);
        expect(lines.flatMap(readRowLine)).toEqual(vms);
      }),
    );
  });

  it('for what a list is', () => {
    expect(readHeadLine(headLine(head))).toEqual(head);
  });

  it('in lines that are read in a moment each', () => {
    const lines = rowLines(manyVms(vmsALine * 2 + 1))
      .split('\n')
      .filter(Boolean);
    expect(lines.map((line) => readRowLine(line).length)).toEqual([vmsALine, vmsALine, 1]);
  });
});

describe('what is no saved list is refused by name', () => {
  const written = JSON.parse(headLine(head)) as object;
  it.each([
    ['nothing', '', /is damaged/],
    ['no JSON', '{"format":', /is damaged/],
    ['another file', '{"version":1}', /no saved list/],
    ['a newer version', JSON.stringify({ ...written, version: 2 }), /newer Entra RDP wrote it \(version 2\)/],
    ['a time that is none', JSON.stringify({ ...written, asOf: 'yesterday' }), /first line is damaged/],
    ['more VMs than can be', JSON.stringify({ ...written, total: 1e9 }), /first line is damaged/],
    ['an owner left out', JSON.stringify({ ...written, username: undefined }), /first line is damaged/],
  ])('%s', (_, line, sentence) => {
    expect(() => readHeadLine(line)).toThrow(
      expect.objectContaining({ code: 'unreadable', message: expect.stringMatching(sentence) }),
    );
  });

  it.each([
    ['half a line', rowLines([sampleVm('a')]).slice(0, 40)],
    ['an object', '{}'],
    ['an id that leads elsewhere', JSON.stringify([{ ...sampleVm('a'), id: `${vmIdOf('a')}/../../evil` }])],
    ['a power state we do not know', JSON.stringify([{ ...sampleVm('a'), powerState: 'gone' }])],
    ['too many in a line', JSON.stringify(manyVms(vmsALine + 1))],
  ])('VMs: %s', (_, line) => {
    expect(() => readRowLine(line)).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });
});
