// What the .rdp benchmarks measure from inside, bundled as the product is.
export { readRdpFile } from '../../main/rdp-files/read-rdp-file';
export { composeProfile } from '../../shared/rdp/compose';
export { lintRdp } from '../../shared/rdp/lint/lint';
export { serializeRdp } from '../../shared/rdp/serialize';
export { lineOf } from '../../shared/rdp/setting';
