import type { ThisPc } from './this-pc';

/** A Windows update that broke signing in to remote desktops, until another mended it. */
interface BadUpdate {
  readonly builds: readonly number[];
  readonly from: number;
  /** The first revision that is well again. */
  readonly until: number;
  readonly update: string;
  readonly fix: string;
  /** What it does to a sign-in, as a sentence. */
  readonly effect: string;
}

const effect = 'the password prompt of remote desktops fails at once.';

/** Source: Windows release health and the notes of KB5077744 and KB5077796, read 2026-11-22. */
const badUpdates: readonly BadUpdate[] = [
  { builds: [26100, 26200], from: 7623, until: 7627, update: 'KB5074109', fix: 'KB5077744', effect },
  { builds: [19044, 19045], from: 6809, until: 6811, update: 'KB5073724', fix: 'KB5077796', effect },
];

/** Null where none is known: of Windows Server, which counts its revisions apart, none is. */
export function badUpdateOf({
  build,
  revision,
  installationType,
}: Pick<ThisPc, 'build' | 'revision' | 'installationType'>): BadUpdate | null {
  if (build === null || revision === null || installationType !== 'Client') return null;
  return (
    badUpdates.find(
      ({ builds, from, until }) => builds.includes(build) && revision >= from && revision < until,
    ) ?? null
  );
}
