import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { AppError } from '../../shared/errors/app-error';
import { readBounded } from '../files/read-bounded';
import type { AskPassword } from '../rdp-files/signing/ask-password';
import type { OptionValues } from './command';

/**
 * Where a certificate's password comes from: a variable, a file, else the person at the terminal. Never the
 * command line, which other programs can read and shells remember.
 *
 * @throws AppError, when asked, `invalid-request` when the variable is not set, and where nobody can be asked.
 */
export function passwordSource(options: OptionValues): AskPassword {
  const [name, file] = [options.text('password-env'), options.text('password-file')];
  if (name !== undefined && file !== undefined) {
    throw refused('give --password-env or --password-file, not both');
  }
  const given = new Map<string, Promise<string>>();
  return (of) => {
    const password = given.get(of) ?? ask(of, name, file);
    given.set(of, password);
    return password;
  };
}

async function ask(of: string, name: string | undefined, file: string | undefined): Promise<string> {
  if (name !== undefined) {
    const value = process.env[name];
    if (value === undefined) throw refused(`the environment variable ${name} is not set`);
    return value;
  }
  if (file !== undefined) {
    const text = Buffer.from(await readBounded(file, `The password file ${file}`)).toString('utf8');
    return text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
  }
  if (!process.stdin.isTTY) {
    throw refused(
      `${of} is protected by a password, and nobody is here to type it. Give it with --password-file FILE or --password-env NAME`,
    );
  }
  return askUnseen(`Password of ${of}: `);
}

function askUnseen(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  // Asked only now that the terminal has stopped to show what is typed.
  process.stderr.write(question);
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => {
      process.stderr.write('\n');
      reject(new AppError('cancelled', 'Nothing was signed: no password was given.'));
    });
    lines.once('SIGINT', () => lines.close());
  });
}

function refused(why: string): AppError {
  return new AppError('invalid-request', `Nothing was signed: ${why}.`, {
    help: 'rdp-signature-certificate',
  });
}
