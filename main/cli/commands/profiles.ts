import { AppError } from '../../../shared/errors/app-error';
import type { ListText } from '../../../shared/profiles/batch/list-text';
import type { BatchLayout, BatchOptions, BatchSource } from '../../../shared/profiles/batch-view';
import type { Batch } from '../../profiles/batch/plan-batch';
import type { OnMade } from '../../profiles/batch/write-unit';
import type { Services } from '../../services';
import type { Command, CommandContext } from '../command';
import { type ChosenSigner, signerFor, signerOptions } from '../signer-options';
import { libraryOption } from './library-option';

// Not from their schema, which no other command needs to tell its help.
const layouts = ['folder-per-user', 'zip-per-user', 'one-folder'] as const satisfies readonly BatchLayout[];

export const profiles: Command = {
  name: 'profiles',
  summary: 'write .rdp files for many VMs and people, with a manifest of them',
  options: [
    {
      flags: '--from <file>',
      description: 'a CSV file, or - for what is piped in: its columns are told below',
    },
    {
      flags: '--filter <condition>',
      description: 'in its place: the VMs that fit a Resource Graph condition',
    },
    {
      flags: '--user <upn>',
      description: 'with --filter: a file of each VM for this user',
      isRepeatable: true,
    },
    { flags: '--out <folder>', description: 'where to write: made where it is missing' },
    { flags: '--template <template>', description: 'id or name of a template, for rows that name none' },
    libraryOption,
    {
      flags: '--route <route>',
      description: 'for rows that name none',
      choices: ['web-account', 'password'],
    },
    { flags: '--layout <layout>', description: 'folder-per-user without it', choices: layouts },
    { flags: '--sign [file]', description: 'sign the files with this certificate, or with that of --cert' },
    ...signerOptions,
    { flags: '--plan', description: 'show what would be written, and write nothing' },
    { flags: '--replace', description: 'write over files that no batch wrote, or that were changed since' },
    { flags: '--keep', description: 'keep the signed files in the library, too: Connect then uses them' },
  ],
  notes: `The first line of the list names its columns, in any order:
  vm        a name, a computer name, a resource id or a portal link; the only one that must be there
  user      user@domain.com, who the file proposes to sign in with; each has a folder (or zip)
  route     web-account or password; without one a template decides, and in the end it is the web account
  template  id or name of a template of the library, over those that apply to the VM
  out       the file's name in its folder, perhaps with folders of its own
  and any setting of .rdp files by its name (redirectclipboard, "screen mode id"); for one we do not know with its
  type, as in "my setting:s". "full address" and "server port" insist on a host and a port. An empty cell sets nothing.
A line that cannot be written keeps its problem to itself and is named in the manifest. Run again, what is written
already stays, and only what changed or is missing is written.
Exit codes: 0 all are written; 1 at least one is not, and says why; 64 the list cannot be used.
Examples: entra-rdp profiles --demo --from vms.csv --out profiles --plan
          entra-rdp profiles --demo --filter "tags.department =~ 'finance'" --out finance --sign publisher.pfx`,

  async run(context) {
    const { options, output, signal } = context;
    const isPlanOnly = options.flag('plan');
    // An empty one is a variable of a script that was never set.
    const out = options.text('out') || undefined;
    if (out === undefined && !isPlanOnly) {
      throw new AppError(
        'invalid-request',
        'Say where to write the files: --out FOLDER. Or look at what would be written: --plan.',
      );
    }
    const source = await sourceIn(context);
    const signer = isPlanOnly ? null : await signerIn(context);
    const { planBatch } = await import('../../profiles/batch/plan-batch');
    const services = await context.services();
    const batch = await planBatch(source, await optionsIn(context), services, {
      signal,
      onListed: (soFar, total) => output.progress(`listed ${soFar} of ${total} virtual machines`),
    });
    output.progress('');
    return out === undefined || isPlanOnly
      ? showPlan(context, batch)
      : writeFiles(context, batch, { out, signer, services });
  },
};

async function sourceIn({ options, signal }: CommandContext): Promise<BatchSource> {
  const [from, filter] = [options.text('from'), options.text('filter')];
  if ((from === undefined) === (filter === undefined)) {
    throw new AppError(
      'invalid-request',
      'Say which files to make: --from LIST.csv, or --filter CONDITION; one of them.',
    );
  }
  if (filter !== undefined) return { kind: 'filter', filter };
  if (options.list('user').length > 0) {
    throw new AppError(
      'invalid-request',
      'With --from, users stand in the column “user” of the list: take --user out.',
    );
  }
  const { notes, text } = await listNamed(from ?? '', signal);
  return { kind: 'csv', name: from ?? '', text, notes: [...notes] };
}

async function listNamed(from: string, signal: AbortSignal): Promise<ListText> {
  if (from !== '-') return (await import('../../profiles/batch/read-list')).readList(from);
  const { readPipedList } = await import('../../profiles/batch/read-piped-list');
  return readPipedList(process.stdin, signal);
}

async function optionsIn({ options }: CommandContext): Promise<BatchOptions> {
  const { BatchOptions: schema } = await import('../../../shared/profiles/batch-view');
  const { data, error } = schema.safeParse({
    template: options.text('template') ?? null,
    route: options.text('route') ?? null,
    layout: options.text('layout'),
    users: options.list('user'),
  });
  if (data) return data;
  const option = error.issues[0]?.path[0] === 'users' ? 'user' : 'template';
  throw new AppError(
    'invalid-request',
    `Nothing was written: what was given for --${option} is empty, too long, or there more than 1,000 times.`,
  );
}

/** Null for files without a signature. */
async function signerIn(context: CommandContext): Promise<ChosenSigner | null> {
  const { options } = context;
  const named = options.text('sign');
  const isWanted =
    named !== undefined ||
    ['sign', 'cert', 'thumbprint'].some((name) => options.flag(name) || options.text(name) !== undefined);
  if (isWanted) return signerFor(context, named ?? options.text('cert'));
  if (options.flag('keep')) {
    throw new AppError(
      'invalid-request',
      'Only signed files are kept in the library: add --sign FILE, or take --keep out.',
    );
  }
  return null;
}

async function showPlan({ output }: CommandContext, batch: Batch): Promise<0 | 1> {
  const [{ planOf }, { planText }] = await Promise.all([
    import('../../profiles/batch/views'),
    import('../text/batch-text'),
  ]);
  const plan = planOf('', batch, batch.rows.length);
  const { id: _id, ...told } = plan;
  output.answer({ ...told, layout: batch.layout }, () => planText(plan, batch.layout, output.paint));
  return plan.problems === 0 ? 0 : 1;
}

interface Writing {
  readonly out: string;
  readonly signer: ChosenSigner | null;
  readonly services: Services;
}

async function writeFiles(context: CommandContext, batch: Batch, writing: Writing): Promise<0 | 1> {
  const { options, output, signal } = context;
  const { out, services, signer } = writing;
  const [{ runBatch }, { absolute, planOf }, { planText, resultText }] = await Promise.all([
    import('../../profiles/batch/run-batch'),
    import('../../profiles/batch/views'),
    import('../text/batch-text'),
  ]);
  output.note(planText(planOf('', batch, 20), batch.layout, output.paint));
  const result = await runBatch(batch, {
    folder: out,
    signer,
    isReplacing: options.flag('replace'),
    signal,
    onMade: options.flag('keep') ? await keeping(services) : undefined,
    onProgress: (done, total) => output.progress(done < total ? `wrote ${done} of ${total}` : ''),
  });
  const { folder, rows, ...summary } = result;
  output.answer({ ...summary, signed: signer !== null, rows: rows.map((row) => absolute(row, folder)) }, () =>
    resultText(result, signer !== null, output.paint),
  );
  return result.failed === 0 ? 0 : 1;
}

async function keeping({ library }: Services): Promise<OnMade> {
  const { keepInLibrary } = await import('../../profiles/batch/keep-in-library');
  return keepInLibrary(await library());
}
