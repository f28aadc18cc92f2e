/** What a batch keeps at the top of its folder, beside the files it was asked for. */
export const manifestCsv = 'manifest.csv';
export const manifestJson = 'manifest.json';
export const journalFile = '.entra-rdp-batch.jsonl';
export const lockFile = '.entra-rdp-batch.lock';

/** No file of a row takes their place. */
export const ownNames = [manifestCsv, manifestJson, journalFile, lockFile];
