import type { Finding } from './lint';
import type { Severity } from './rule';
import { rules } from './rules';

const levels = { high: 'error', medium: 'warning', low: 'note', info: 'none' } as const satisfies Record<
  Severity,
  string
>;

/** What SARIF readers sort by: 0 to 10. */
const weights: Readonly<Record<Severity, string>> = { high: '8.0', medium: '5.0', low: '2.0', info: '0.0' };

export interface LintedFile {
  /** As it was named, with any separators. */
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** A file that could not be looked at, and why. */
export interface UnreadFile {
  readonly file: string;
  readonly error: { readonly message: string };
}

/** The findings of several files as one SARIF 2.1.0 log, for code scanning. */
export function sarifOf(
  files: readonly LintedFile[],
  version: string,
  unread: readonly UnreadFile[] = [],
): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Entra RDP',
            semanticVersion: version,
            rules: rules.map(({ id, title }) => ({ id, shortDescription: { text: title } })),
          },
        },
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            toolExecutionNotifications: unread.map(({ file, error }) => ({
              level: 'error',
              message: { text: error.message },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
            })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, findings }) => findings.map((finding) => resultOf(file, finding))),
      },
    ],
  };
}

function resultOf(file: string, { rule, severity, line, found }: Finding): object {
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    kind: severity === 'info' ? 'informational' : 'fail',
    level: levels[severity],
    message: { text: found },
    locations: [
      { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } } },
    ],
    properties: { 'security-severity': weights[severity] },
  };
}

/** A relative path stays relative, with its blanks and signs encoded; an absolute one becomes file:. */
function uriOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').map(encodeURIComponent);
  if (path.startsWith('/')) return `file://${parts.join('/')}`;
  return /^[a-z]:[\\/]/i.test(path) ? `file:///${parts.join('/').replace('%3A', ':')}` : parts.join('/');
}
