import { expect, it } from 'vitest';
import type { RunProgram } from '../../../main/client-pc/run-program';
import { explainFromEventLogs } from '../../../main/launch/read-windows-events';

const since = '2026-11-22T18:00:00.000Z';
const never = new AbortController().signal;
const disconnected =
  "<Event><System><EventID>1026</EventID><TimeCreated SystemTime='2026-11-22T18:01:00Z'/></System><EventData><Data Name='Value'>2308</Data></EventData></Event>";

/** Answers for wevtutil as it writes: UTF-16 without a mark. */
function windows(answers: Record<string, { readonly xml: string; readonly exitCode: number }>) {
  const asked: string[][] = [];
  const run: RunProgram = (file, argumentsOfProgram) => {
    asked.push([file, ...argumentsOfProgram]);
    const { xml, exitCode } = answers[argumentsOfProgram[1] ?? ''] ?? { xml: '', exitCode: 15007 };
    return Promise.resolve({ exitCode, stdout: Buffer.from(xml, 'utf16le'), stderr: new Uint8Array() });
  };
  return { asked, explain: () => explainFromEventLogs(since, never, run, { SystemRoot: 'C:\\Windows' }) };
}

it('asks both logs for what came since the start, and explains the end', async () => {
  const { asked, explain } = windows({
    'Microsoft-Windows-TerminalServices-RDPClient/Operational': { xml: disconnected, exitCode: 0 },
  });
  expect(await explain()).toMatchObject({ wasGood: false, help: 'rdp-port-answers' });
  expect(asked.map(([program, , log]) => [program, log])).toEqual([
    ['C:\\Windows\\System32\\wevtutil.exe', 'Microsoft-Windows-TerminalServices-RDPClient/Operational'],
    ['C:\\Windows\\System32\\wevtutil.exe', 'Microsoft-Windows-AAD/Operational'],
  ]);
  expect(asked[0]).toContain(`/q:*[System[TimeCreated[@SystemTime>='${since}']]]`);
});

it('explains nothing from logs that may not be read', async () => {
  expect(await windows({}).explain()).toBeNull();
});

it('explains nothing where wevtutil cannot be started', async () => {
  const run: RunProgram = () => Promise.reject(new Error('ENOENT'));
  expect(await explainFromEventLogs(since, never, run)).toBeNull();
});
