// Loaded into copies of node.exe that stand in for programs of Windows that Wine has not: it writes down
// how it was started, prints what the test wants, and ends as the test wants.
const { appendFileSync, readFileSync, writeSync } = require('node:fs');
const { basename } = require('node:path');

const { STUB_RECORD, STUB_OUTPUT, STUB_EXIT_CODE = '0' } = process.env;
const program = basename(process.execPath).toLowerCase();

if (program !== 'node.exe') {
  const [, ...given] = process.argv;
  if (STUB_RECORD)
    appendFileSync(STUB_RECORD, `${JSON.stringify({ program, given, opened: opened(given[0]) })}\n`);
  if (STUB_OUTPUT) writeSync(1, readFileSync(STUB_OUTPUT));
  process.exit(Number(STUB_EXIT_CODE));
}

/**
 * The bytes of the file it was given, as hexadecimal text; null where that is no file.
 * @param {string | undefined} path
 */
function opened(path) {
  try {
    return readFileSync(path ?? '').toString('hex');
  } catch {
    return null;
  }
}
