import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rdpDocumentIn } from '../../main/rdp-files/read-rdp-file';
import { createSigner } from '../../main/rdp-files/signing/signer';
import { viewOf } from '../../main/rdp-files/view-of';
import type { RdpFileView } from '../../shared/rdp/rdp-file-view';
import { makePublisher } from './publisher';

export const ourRdpFile: Uint8Array = readFileSync(
  resolve(import.meta.dirname, '../fixtures/rdp-files/web-account.rdp'),
);

/** Shares all of the PC, starts a program, holds a password and sends the sign-in through a gateway. */
export const carelessRdpFile: Uint8Array = Buffer.from(
  [
    'full address:s:10.1.0.5',
    'alternate full address:s:',
    'username:s:ada@contoso.example',
    'password 51:b:01000000D08C9DDF0115D1118C7A00C04FC297EB',
    'enablerdsaadauth:i:1',
    'drivestoredirect:s:*',
    'redirectclipboard:i:1',
    'camerastoredirect:s:*',
    'usbdevicestoredirect:s:*',
    'gatewayhostname:s:gateway.elsewhere.example',
    'gatewayusagemethod:i:1',
    'alternate shell:s:%temp%\\update.exe',
    'authentication level:i:0',
    'screen mode id:i:9',
    'screen mode id:i:2',
    'a note to myself',
    'shiny new setting:i:1',
  ].join('\r\n'),
);

/** As main would show it. */
export function viewOfBytes(bytes: Uint8Array, place: string): Promise<RdpFileView> {
  return viewOf('in-hand', rdpDocumentIn(bytes, place), place, null);
}

/** Our own file, signed by a publisher nobody here knows. */
export async function signedRdpFile(): Promise<Uint8Array> {
  const { certificate, key } = makePublisher({ name: 'Contoso IT' });
  const sign = createSigner({ certificate, key, chain: [] });
  return (await sign(rdpDocumentIn(ourRdpFile, 'READY-01.rdp'))).bytes;
}
