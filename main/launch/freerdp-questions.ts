import { AppError } from '../../shared/errors/app-error';
import type { CertificateQuestion } from '../../shared/launch/connect';
import type { ClientProcess } from './client-process';

export interface Answers {
  readonly host: string;
  readonly username: string;
  readonly askCertificate: (question: CertificateQuestion) => Promise<boolean>;
  /** Null where nobody can be asked. */
  readonly askPassword: (() => Promise<string | null>) | null;
}

/**
 * Answers what FreeRDP asks on its standard output, as long as it runs.
 *
 * @returns a promise that only rejects: AppError `cancelled` when the person gave up, `client-failed` for a
 *   question that needs a terminal.
 */
export function answerQuestions(client: ClientProcess, answers: Answers): Promise<never> {
  return new Promise((_, reject) => {
    for (const stream of client.output) {
      let unanswered = '';
      stream.on('data', (part: string) => {
        unanswered = (unanswered + part).slice(-8192);
        const question = questions.find(({ ends }) => ends.test(unanswered));
        if (!question) return;
        const asked = unanswered;
        unanswered = '';
        question.answer(asked, client, answers).catch(reject);
      });
    }
  });
}

interface Question {
  readonly ends: RegExp;
  readonly answer: (asked: string, client: ClientProcess, answers: Answers) => Promise<void>;
}

const questions: readonly Question[] = [
  {
    ends: /\(Y\/T\/N\)\s*$/,
    async answer(asked, client, { host, askCertificate }) {
      const presented = /Thumbprint:\s*([0-9a-f:]{40,})/i.exec(asked)?.[1] ?? '';
      const isTrusted = await askCertificate({
        host,
        presented: presented.replaceAll(':', '').toUpperCase(),
        // Azure tells a SHA-1 hash and FreeRDP shows another: nothing to compare with here.
        expected: null,
        matches: null,
      });
      // "T": this once. What is remembered for good would hide a later change from nobody but us.
      client.type(isTrusted ? 'T' : 'N');
    },
  },
  {
    ends: /Password:\s*$/i,
    async answer(_asked, client, { askPassword }) {
      const password = await askPassword?.();
      if (password === undefined || password === null) {
        throw new AppError('cancelled', 'No password was given, so the connection was not opened.');
      }
      client.type(password);
    },
  },
  {
    ends: /Paste redirect URL here:?\s*$/i,
    answer: () =>
      Promise.reject(
        new AppError(
          'client-failed',
          'This FreeRDP asks for the sign-in in a terminal. Start it from one (entra-rdp connect), or install the SDL client of FreeRDP 3, which opens the sign-in page itself.',
          { help: 'rdp-client-is-installed' },
        ),
      ),
  },
];
