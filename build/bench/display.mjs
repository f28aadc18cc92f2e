import { spawn } from 'node:child_process';

/** Runs `work` with a display: the one there is, else an Xvfb of our own that ends with it. */
export async function withDisplay(work) {
  if (process.env.DISPLAY || process.platform !== 'linux') return work();
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    const number = await new Promise((resolve, reject) => {
      server.stdio[3].once('data', (data) => resolve(String(data).trim()));
      server.once('error', reject);
      server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it served.`)));
    });
    process.env.DISPLAY = `:${number}`;
    return await work();
  } finally {
    delete process.env.DISPLAY;
    server.kill();
  }
}
