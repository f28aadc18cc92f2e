import { describe, expect, it } from 'vitest';
import { parseList } from '../../../../main/profiles/batch/parse-list';
import { columnsOf } from '../../../../shared/profiles/batch/columns';

const rowsOf = (text: string) => parseList(text).rows;
const problemsOf = (text: string) => rowsOf(text).map(({ problem }) => problem);

describe('the header of a list', () => {
  it('is read without letter case, blanks and order', () => {
    expect(columnsOf([' ROUTE', 'Screen  Mode ID ', '', 'Vm', 'my own : S', 'Username'])).toEqual({
      vm: 3,
      user: 5,
      route: 0,
      template: null,
      out: null,
      address: null,
      port: null,
      settings: [
        { index: 1, name: 'screen mode id', type: 'i' },
        { index: 4, name: 'my own', type: 's' },
      ],
      count: 6,
    });
  });

  it.each([
    [['user', 'route'], 'names no column “vm”. It has “user”, “route”.'],
    [['', ' '], 'names no column “vm”. It has none.'],
    [['vm', 'usr'], '“usr” (did you mean “user”?)'],
    [['Computer Name', 'user'], '“Computer Name” (did you mean “vm”?)'],
    [['vm', 'UPN'], '(did you mean “user”?)'],
    [['vm', 'rdp'], '“rdp”. For a setting'],
    [['vm', 'redirectclipbord'], '(did you mean “redirectclipboard”?)'],
    [['vm', 'zzzzzzzz'], '“zzzzzzzz”. For a setting we do not know'],
    [['vm', 'VM '], 'the column “vm” is there twice'],
    [['vm', 'audiomode', 'AudioMode:i'], 'the column “audiomode” is there twice'],
    [['vm', 'user', 'username'], 'is there twice'],
    [['vm', 'redirectclipboard:s'], 'has another type than “redirectclipboard”, which is i'],
    [['vm', 'password 51'], 'holds passwords or tokens'],
    [['vm', 'Password'], 'holds passwords or tokens'],
    [['vm', 'my passwd:s'], 'holds passwords or tokens'],
    [['vm', 'enablerdsaadauth'], 'the column “route” decides it'],
    [['vm', 'signature'], 'signing writes it'],
    [['vm', 'alternate full address'], 'cannot be used'],
    [['vm', '__proto__'], 'neither one of ours'],
    [['vm', 'constructor'], 'neither one of ours'],
  ])('%j is refused in words', (header, why) => {
    expect(() => columnsOf(header)).toThrow(
      expect.objectContaining({ code: 'invalid-request', message: expect.stringContaining(why) }),
    );
  });
});

describe('a list', () => {
  it.each([
    ['commas and LF', 'vm,user\nweb-01,ada@x.y\n'],
    ['semicolons and CRLF', 'vm;user\r\nweb-01;ada@x.y'],
    ['tabs and CR', 'vm\tuser\rweb-01\tada@x.y\r'],
    ['a byte order mark, quotes and blank lines', '\ufeff"vm","user"\n\n"web-01","ada@x.y"\n\n'],
    ["Excel's word for its separator", 'sep=;\r\nvm;user\r\nweb-01;ada@x.y'],
    ['that word and CR alone', 'sep=;\rvm;user\rweb-01;ada@x.y\r'],
    ['commas within quotes', 'vm,user,"a:s"\nweb-01,ada@x.y,""'],
  ])('is read with %s', (_, text) => {
    expect(rowsOf(text)).toMatchObject([{ vm: 'web-01', user: 'ada@x.y', problem: null }]);
  });

  it('says which separator it was read with, where that is not a comma', () => {
    expect(parseList('vm;user\na;b').notes).toEqual([
      'The list was read with a semicolon between its columns.',
    ]);
    expect(parseList('vm,user\na,b').notes).toEqual([]);
  });

  it.each([
    ['vm|user|redirectclipboard\na|b|1', '“|”'],
    ['"VM"^"user"\na^b', '“^”'],
    ['vm:user\na:b', '“:”'],
    ['vm   user\na b', 'blanks'],
    ['sep=|\nvm|user\na|b', '“|”'],
  ])('says of another separator that it is one: %j', (text, named) => {
    expect(() => parseList(text)).toThrow(
      expect.objectContaining({
        code: 'invalid-request',
        message: expect.stringContaining(`its columns are parted by ${named}.`),
      }),
    );
  });

  it.each(['vm,a|b:s\nweb,x', 'vm,my setting:s\nweb,x', 'vm\nweb'])('takes %j for no such one', (text) => {
    expect(rowsOf(text)).toHaveLength(1);
  });

  it.each([
    ['vm,user\na,b\n\nc,d\n', [2, 4]],
    ['sep=,\nvm,user\na,b', [3]],
    ['vm,user\r\n"a\r\nb",c\r\nd,e', [2, 4]],
    ['\n\nvm,user\na,b\n , \nc,d', [4, 6]],
  ])('tells the line of each row in %j', (text, lines) => {
    expect(rowsOf(text).map(({ line }) => line)).toEqual(lines);
  });

  it('leaves blank cells out, and keeps texts as they are', () => {
    expect(rowsOf('vm,route,out,kdcproxyname,audiomode\nweb, ,, x y ,  2 ')).toEqual([
      {
        line: 2,
        vm: 'web',
        user: null,
        route: null,
        template: null,
        out: null,
        address: null,
        port: null,
        given: [
          { name: 'kdcproxyname', type: 's', value: ' x y ' },
          { name: 'audiomode', type: 'i', value: '2' },
        ],
        problem: null,
      },
    ]);
  });

  it.each([
    ['vm,user\na', 'The line has 1 cell where the first line names 2 columns.'],
    ['vm,user\na,b,c', 'The line has 3 cells where'],
    ['vm,redirectclipboard\na,2', '“redirectclipboard” takes 0'],
    ['vm,my number:i\na,two', '“my number” takes a whole number.'],
    ['vm,kdcproxyname\na,"x\ny"', 'holds a line break'],
  ])('leaves the fault of a row to it: %j', (text, problem) => {
    expect(problemsOf(`${text}\n`)).toEqual([expect.stringContaining(problem)]);
  });

  it.each(['vm,user\na,b,,', 'vm,user\na,"5"" disk"', 'vm,user\na,5" disk'])('forgives %j', (text) => {
    expect(problemsOf(text)).toEqual([null]);
  });

  it.each([
    ['', 'it is empty'],
    ['\n \n', 'names no column “vm”'],
    ['vm,user\n', 'has no rows'],
    ['vm,user\na,b\n\nc,"d\ne,f\n', 'a quote (") that opens in the row at line 4 never closes'],
    [`vm,user\na,b\nc,"${'x\n'.repeat(50_000)}`, 'the row at line 3 has more than 65,536 characters'],
    [`vm\n${'a\n'.repeat(100_001)}`, 'more than 100,000 rows'],
  ])('is refused as a whole where it is none', (text, why) => {
    expect(() => parseList(text)).toThrow(
      expect.objectContaining({ code: 'invalid-request', message: expect.stringContaining(why) }),
    );
  });
});
