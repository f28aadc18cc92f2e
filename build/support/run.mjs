import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { at, root } from './paths.mjs';

/** The environment of an npm script: the project's own tools, and its own Node where it brings one, come first. */
function projectEnvironment(extra = {}) {
  const path = [at('node_modules/.bin'), process.env.PATH].filter(Boolean).join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/**
 * Runs a program in the checkout and waits for its end.
 * `stdio` is Node's; what went to a pipe comes back in `output`, and is shown as it comes with `isShown`.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, stdio?: import('node:child_process').StdioOptions, timeoutMs?: number, cwd?: string, isShown?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} `code` is 127 when the program is not there.
 */
export function run(
  program,
  args,
  { env = {}, stdio = 'inherit', timeoutMs, cwd = root, isShown = false } = {},
) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env: projectEnvironment(env), stdio });
    let output = '';
    let timedOut = false;
    const collect = (chunk) => {
      output += chunk;
      if (isShown) process.stdout.write(chunk);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    const finish = (code) => {
      clearTimeout(timer);
      done({ code, output, timedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? (signal === 'SIGTERM' ? 143 : 137)));
  });
}
