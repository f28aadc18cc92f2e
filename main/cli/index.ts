import { version } from '../version';
import { watchForLostOutput } from './lost-output';
import { createOutput } from './output';
import { runCommandLine } from './run-command-line';

const words = process.argv.slice(2);
const output = createOutput(
  { stdout: process.stdout, stderr: process.stderr, noColor: Boolean(process.env['NO_COLOR']) },
  words.includes('--json'),
);
const cancel = new AbortController();
// The first signal asks to end well, the next one ends. The listeners stay: a lock that cleans up after itself would
// otherwise take the signal for one that nobody handles, and end the process at once.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.on(signal, () => {
    if (cancel.signal.aborted) process.exit(code);
    cancel.abort();
  });
}
watchForLostOutput(process, (code) => process.exit(code));

void runCommandLine(words, version, output, cancel.signal).then((code) => {
  process.exitCode = code;
});
