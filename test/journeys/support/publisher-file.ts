import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { makePublisher } from '../../support/publisher';
import { clickToClose } from './app';

/** A PFX and its password, as a publisher has them. */
export function makePfx(folder: string): { readonly pfx: string; readonly secret: string } {
  const { certificate, key } = makePublisher({ name: 'Contoso IT' });
  const secret = 'pass wörd';
  writeFileSync(join(folder, 'publisher.pem'), certificate.toString());
  writeFileSync(join(folder, 'publisher.key'), key.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(folder, 'secret'), `${secret}\n`);
  const words = '-export -in publisher.pem -inkey publisher.key -out publisher.pfx -passout file:secret';
  execFileSync('openssl', ['pkcs12', ...words.split(' ')], { cwd: folder, stdio: 'pipe' });
  return { pfx: join(folder, 'publisher.pfx'), secret };
}

/** What `deed` leads to: the password of the certificate is asked for in a window of its own. */
export async function givePassword(
  app: ElectronApplication,
  secret: string,
  deed: () => Promise<void>,
): Promise<void> {
  const asking = app.waitForEvent('window', { timeout: 0 });
  await deed();
  const password = await asking;
  await password.getByRole('heading', { name: 'Open publisher.pfx' }).waitFor();
  await password.getByLabel(/Password of/).fill(secret);
  await clickToClose(password.getByRole('button', { name: 'Open' }));
}
