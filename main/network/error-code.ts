/** Node's code of a failure: `ECONNREFUSED`, `ENOTFOUND`, … */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
