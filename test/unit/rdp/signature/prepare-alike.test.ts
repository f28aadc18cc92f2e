import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composeConnection, composeProfile, type ProfilePlan } from '../../../../shared/rdp/compose';
import { parseRdp } from '../../../../shared/rdp/parse';
import { checkedLine, encodeRdp } from '../../../../shared/rdp/serialize';
import { prepareAlike, prepareToSign } from '../../../../shared/rdp/signature/prepare';

const host = fc.stringMatching(/^[a-zA-Z][a-zA-Z\d-]{0,20}[a-zA-Z]$/);
const plan: fc.Arbitrary<ProfilePlan> = fc.record({
  address: host,
  port: fc.integer({ min: 1, max: 65_535 }),
  username: fc.tuple(host, host).map((parts) => `${parts.join('@')}.example`),
  route: fc.constantFrom('web-account', 'password'),
});
/** Lines of a template: some are covered, some are nobody's, and some are respelled when they are signed. */
const others = fc.uniqueArray(
  fc.constantFrom(
    'audiomode:i:2',
    'RedirectClipboard:i:1',
    'my own:s:x',
    'KDCProxyName:s: kdc.example',
    'drivestoredirect :s:*',
    'password 51:b:00',
  ),
);

it('prepares every file as it would be prepared alone', () => {
  fc.assert(
    fc.property(plan, plan, others, (first, another, more) => {
      const fileOf = (wanted: ProfilePlan) => {
        const names = new Set(more.map((line) => line.split(':', 1)[0]?.trim().toLowerCase()));
        const lines = composeProfile(wanted).filter(({ name }) => !names.has(name));
        return parseRdp(
          encodeRdp([...lines.map(checkedLine), ...more].map((line) => `${line}\r\n`).join('')),
        );
      };
      const connection = composeConnection(another).map(checkedLine);
      const prepared = prepareAlike(
        fileOf({ ...first, route: another.route }),
        connection.length,
      )(connection);
      const alone = prepareToSign(fileOf(another));
      expect({ ...prepared, withSignature: prepared.withSignature('AAAA') }).toEqual({
        ...alone,
        withSignature: alone.withSignature('AAAA'),
      });
    }),
  );
});

it.each([
  ['no address', ['audiomode:i:0'], /no “full address”/],
  ['a setting twice', ['full address:s:vm', 'audiomode:i:0', 'AudioMode:i:1'], /more than once/],
])('refuses what cannot be signed, once for all files: %s', (_, lines, message) => {
  const document = parseRdp(encodeRdp(lines.map((line) => `${line}\r\n`).join('')));
  expect(() => prepareAlike(document, 0)).toThrow(message);
});
