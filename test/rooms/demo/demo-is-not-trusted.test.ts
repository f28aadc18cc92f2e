import { existsSync, readdirSync } from 'node:fs';
import { globalAgent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { connect, rootCertificates, TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { startContoso } from './support';

const rootsBefore = [...rootCertificates];
const extraBefore = process.env.NODE_EXTRA_CA_CERTS;
const rejectBefore = process.env.NODE_TLS_REJECT_UNAUTHORIZED;

describe('the demo is not trusted by anyone who was not handed its certificate', () => {
  let demo: DemoAzure;
  beforeAll(async () => {
    demo = await startContoso();
  });
  afterAll(() => demo.close());

  it.each(['authority', 'arm', 'graph'] as const)('an ordinary client refuses %s', async (origin) => {
    const code = await codeOfFailure(demo.cloud[origin]);
    expect(['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']).toContain(code);
  });

  it('fetch refuses it too', async () => {
    await expect(fetch(demo.cloud.authority)).rejects.toThrow('fetch failed');
  });

  it('a client with the certificate of another run refuses it', async () => {
    const other = await startContoso();
    const code = await codeOfFailure(demo.cloud.arm, other.trustedCertificate);
    await other.close();
    expect(['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']).toContain(code);
  });

  it('a client that was handed the certificate accepts it', async () => {
    expect(await codeOfFailure(demo.cloud.arm, demo.trustedCertificate)).toBeNull();
  });

  it('changes nothing of what this process trusts', () => {
    expect([...rootCertificates]).toEqual(rootsBefore);
    expect(process.env.NODE_EXTRA_CA_CERTS).toBe(extraBefore);
    expect(process.env.NODE_TLS_REJECT_UNAUTHORIZED).toBe(rejectBefore);
    expect(globalAgent.options.ca).toBeUndefined();
    expect(globalAgent.options.rejectUnauthorized).not.toBe(false);
  });

  it('listens on loopback alone', async () => {
    const socket = connect({
      host: '127.0.0.1',
      port: Number(new URL(demo.cloud.arm).port),
      ca: demo.trustedCertificate,
      servername: 'localhost',
    });
    await new Promise((done) => socket.once('secureConnect', done));
    expect(socket).toBeInstanceOf(TLSSocket);
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it('leaves no key and no certificate in the temporary folder', () => {
    const left = readdirSync(tmpdir()).filter((name) => /entra-rdp.*(pem|key|crt)$/i.test(name));
    expect(left).toEqual([]);
    expect(existsSync('main/demo/localhost.pem')).toBe(false);
  });
});

function codeOfFailure(origin: string, ca?: string): Promise<string | null> {
  return new Promise((resolve) => {
    const outgoing = request(`${origin}/`, { agent: false, ...(ca && { ca }) }, (incoming) => {
      incoming.resume();
      resolve(null);
    });
    outgoing.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    outgoing.end();
  });
}
