import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf } from '../../../../main/profiles/batch/manifest';
import { parseList } from '../../../../main/profiles/batch/parse-list';
import type { RowOutcome } from '../../../../main/profiles/batch/row-outcome';

const row = (rest: Partial<RowOutcome> = {}): RowOutcome => ({
  line: 2,
  vm: 'web-01',
  user: null,
  file: 'web-01.rdp',
  entry: null,
  route: 'web-account',
  address: 'WEB-01',
  template: null,
  asks: [],
  warnings: [],
  problem: null,
  vmId: null,
  vmName: 'web-01',
  computerName: 'WEB-01',
  make: null,
  isKept: false,
  signature: null,
  ...rest,
});

it('says of every row what was written, by whom it is signed, and what the dialog asks for', () => {
  const rows = [
    row({ asks: ['Clipboard', 'Printers'], signature: { signer: 'Contoso', covered: ['Full Address'] } }),
    row({ line: 3 }),
    row({ line: 4, file: null, problem: 'No such VM.', warnings: ['One.', 'Two.'] }),
  ];
  expect(csvOf(rows).split('\r\n')).toEqual([
    '\ufeffline,vm,resource id,name used,user,route,template,file,name in the zip,signed by,the opening dialog asks for,warnings,problem',
    '2,web-01,,WEB-01,,web-account,,web-01.rdp,,Contoso,"Clipboard, Printers",,',
    '3,web-01,,WEB-01,,web-account,,web-01.rdp,,none,nothing,,',
    '4,web-01,,WEB-01,,web-account,,,,,,One. Two.,No such VM.',
    '',
  ]);
});

it('never holds a cell that a spreadsheet takes for a formula, and loses no text', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', "'", ',', '\n', ' ', '\uff1d', '');
  const text = fc.tuple(start, fc.string()).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, text, (vm, user, problem) => {
      const [, record = []] = parse(csvOf([row({ vm, user, problem })]), {
        bom: true,
        record_delimiter: '\r\n',
        relax_column_count: true,
      });
      for (const cell of record) expect(cell).not.toMatch(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
      const plain = (cell: string | undefined) => cell?.replace(/^'/, '');
      expect([record[1], record[4], record[12]].map(plain)).toEqual([vm, user, problem].map(plain));
    }),
  );
});

it('reads back every list that is written as one', () => {
  const cell = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !/[\0]/.test(text));
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      (cells, separator, end) => {
        const text = [`vm${separator}user`, ...cells.map((pair) => pair.map(quoted).join(separator))].join(
          end,
        );
        expect(parseList(text).rows.map(({ user, vm }) => [vm, user])).toEqual(cells);
      },
    ),
  );
});
