import { version } from '../version';
import { createOutput } from './output';
import { runCommandLine } from './run-command-line';

const words = process.argv.slice(2);
const output = createOutput(
  { stdout: process.stdout, stderr: process.stderr, noColor: Boolean(process.env['NO_COLOR']) },
  words.includes('--json'),
);
const cancel = new AbortController();
process.once('SIGINT', () => cancel.abort());
process.once('SIGTERM', () => cancel.abort());
// A reader that went away (`| head`) is not a failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

void runCommandLine(words, version, output, cancel.signal).then((code) => {
  process.exitCode = code;
});
