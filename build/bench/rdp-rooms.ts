// What the .rdp benchmarks measure from inside, bundled as the product is.
export { readRdpFile } from '../../main/rdp-files/read-rdp-file.ts';
export { composeProfile } from '../../shared/rdp/compose.ts';
export { lintRdp } from '../../shared/rdp/lint/lint.ts';
export { serializeRdp } from '../../shared/rdp/serialize.ts';
export { lineOf } from '../../shared/rdp/setting.ts';
