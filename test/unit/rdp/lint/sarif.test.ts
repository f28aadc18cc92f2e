import { expect, it } from 'vitest';
import { lintRdp } from '../../../../shared/rdp/lint/lint';
import { ruleIds } from '../../../../shared/rdp/lint/rule-id';
import { rules } from '../../../../shared/rdp/lint/rules';
import { sarifOf } from '../../../../shared/rdp/lint/sarif';
import { parseRdp } from '../../../../shared/rdp/parse';

const document = parseRdp(new Uint8Array(Buffer.from('full address:s:a\ndrivestoredirect:s:*\n')));

it('holds one run, every rule, and a result a finding', () => {
  const findings = lintRdp(document);
  const log = sarifOf([{ file: 'a b.rdp', findings }], '1.2.3');
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Entra RDP', semanticVersion: '1.2.3' } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
      },
    ],
  });
  const [run] = (log as { runs: { tool: { driver: { rules: { id: string }[] } }; results: object[] }[] })
    .runs;
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(ruleIds);
  expect(run?.results).toHaveLength(findings.length);
  expect(run?.results[0]).toEqual({
    ruleId: 'shares-drives',
    ruleIndex: ruleIds.indexOf('shares-drives'),
    kind: 'fail',
    level: 'error',
    message: { text: findings[0]?.found },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b.rdp' }, region: { startLine: 2 } } }],
    properties: { 'security-severity': '8.0' },
  });
});

it.each([
  ['downloads/a#1.rdp', 'downloads/a%231.rdp'],
  ['/home/ada/a.rdp', 'file:///home/ada/a.rdp'],
  ['C:\\Users\\ada\\a.rdp', 'file:///C:/Users/ada/a.rdp'],
  ['..\\a.rdp', '../a.rdp'],
])('names the file %s as %s', (file, uri) => {
  const log = sarifOf([], '1.2.3', [{ file, error: { message: 'too large' } }]);
  expect(log).toMatchObject({
    runs: [
      {
        results: [],
        invocations: [
          {
            executionSuccessful: false,
            toolExecutionNotifications: [
              {
                level: 'error',
                message: { text: 'too large' },
                locations: [{ physicalLocation: { artifactLocation: { uri } } }],
              },
            ],
          },
        ],
      },
    ],
  });
});

it('has a rule for every id, each once, in their order', () => {
  expect(rules.map(({ id }) => id)).toEqual(ruleIds);
});
