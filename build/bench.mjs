// npm run bench -- NAME [--runs N] [--link] [--strict]: a measurement against its budget. Ratios hold on any machine; times do not.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { at } from './support/paths.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, link: { type: 'boolean' }, strict: { type: 'boolean' } },
});
/** A benchmark is a file that has a `measure`; what it leans on lies beside it. */
const names = [
  'startup',
  'list',
  'connect',
  'rdp',
  'terminal',
  'preflight',
  'sign',
  'fuzz',
  'filter',
  'editor',
  'batch',
  'library',
  'az',
].filter((name) => readdirSync(at('build/bench')).includes(`${name}.mjs`));
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${names.join(', ')}\n`);
  process.exit(64);
}

/** Takes too long for every day: only by its name. */
const byNameOnly = ['fuzz', 'az'];

const results = [];
const everyday = names.filter((name) => !byNameOnly.includes(name));
for (const name of positionals.length > 0 ? positionals : everyday) {
  const { measure, title } = await import(`./bench/${name}.mjs`);
  console.log(`\n${title}`);
  results.push(
    ...(await measure({ isLinked: values.link, ...(values.runs && { runs: Number(values.runs) }) })),
  );
}
// Noise on a shared machine must not fail a build; who wants it to says so.
if (values.strict && results.some(({ isKept }) => !isKept)) process.exitCode = 1;
