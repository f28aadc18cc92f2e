import { expect, it } from 'vitest';
import { explainEvents, parseWindowsEvents } from '../../../shared/launch/windows-events';

const event = (id: number, data: string) =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='P'/><EventID>${id}</EventID><TimeCreated SystemTime='2026-11-22T18:00:00.0000000Z'/></System><EventData>${data}</EventData></Event>`;
const disconnected = (reason: number) =>
  parseWindowsEvents(
    event(1024, "<Data Name='Value'>web-01</Data>") +
      event(1026, `<Data Name='Name'>R</Data><Data Name='Value'>${reason}</Data>`),
  );
const refused = parseWindowsEvents(
  event(
    1098,
    "<Data Name='Error'>0xCAA20003</Data><Data Name='ErrorMessage'>AADSTS293004: The target-device identifier in the request &apos;web-01&apos; was not found.&#10;Trace ID: 1</Data>",
  ),
);

it('reads events one after the other', () => {
  expect(refused).toEqual([
    {
      id: 1098,
      at: '2026-11-22T18:00:00.0000000Z',
      data: new Map([
        ['Error', '0xCAA20003'],
        [
          'ErrorMessage',
          "AADSTS293004: The target-device identifier in the request 'web-01' was not found.\nTrace ID: 1",
        ],
      ]),
    },
  ]);
});

it.each([
  ['nothing', ''],
  ['half an event', '<Event><System><EventID>10'],
  ['no XML', 'The specified channel could not be found.'],
])('reads no event from %s', (_, xml) => {
  expect(parseWindowsEvents(xml)).toEqual([]);
});

it('takes a closed session for good, whatever else Entra ID logged meanwhile', () => {
  expect(explainEvents(disconnected(1), refused)).toEqual({
    wasGood: true,
    explanation: 'The session was closed.',
    help: null,
  });
});

it.each([
  [260, 'did not resolve', 'target-name-resolves'],
  [516, 'nothing answers', 'rdp-port-answers'],
  [2055, 'did not accept', 'login-role-is-assigned'],
  [3847, 'password has run out', 'password-is-permanent'],
  [99999, '99999', 'rdp-client-ended'],
])('explains disconnect reason %d', (reason, words, help) => {
  const explained = explainEvents(disconnected(reason), []);
  expect(explained).toMatchObject({ wasGood: false, help });
  expect(explained?.explanation).toContain(words);
});

it("gives Entra ID's own words first, without its trace", () => {
  expect(explainEvents(disconnected(2055), refused)).toEqual({
    wasGood: false,
    explanation:
      "Entra ID refused the sign-in: AADSTS293004: The target-device identifier in the request 'web-01' was not found.",
    help: 'target-name-is-registered',
  });
});

it('explains nothing where the logs say nothing', () => {
  expect(explainEvents([], [])).toBeNull();
});
