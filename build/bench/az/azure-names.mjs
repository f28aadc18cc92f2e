import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:https';
import { join } from 'node:path';

/** By Azure's name, which of the demo's servers answers. */
const serverOf = {
  'login.microsoftonline.com': 'authority',
  'management.azure.com': 'arm',
  'graph.microsoft.com': 'graph',
};

/**
 * Serves a demo Azure under Azure's own names on port 443: the Azure CLI's library drops every other port.
 *
 * @returns {Promise<{ authority: string, close: () => void }>} `authority`: the file of the certificate to trust.
 */
export async function serveAzureNames({ origins, trustedCertificate }, folder) {
  const { authority, options } = makeCertificates(folder);
  const agent = new Agent({ keepAlive: true, ca: trustedCertificate });
  const server = createServer(options, async (incoming, outgoing) => {
    const origin = origins[serverOf[incoming.headers.host ?? '']];
    if (!origin) return outgoing.writeHead(404).end();
    const {
      host: _host,
      'accept-encoding': _packed,
      'content-length': _asked,
      ...headers
    } = incoming.headers;
    const body = inDemoNames(Buffer.concat(await incoming.toArray()).toString('utf8'), origins);
    const asking = request(`${origin}${incoming.url}`, { agent, method: incoming.method, headers });
    asking.end(body);
    const [answer] = await once(asking, 'response');
    const bytes = Buffer.from(inAzureNames(Buffer.concat(await answer.toArray()).toString('utf8'), origins));
    const { 'content-length': _length, ...kept } = answer.headers;
    outgoing.writeHead(answer.statusCode, { ...kept, 'content-length': bytes.length }).end(bytes);
  });
  server.listen(443, '127.0.0.1');
  await once(server, 'listening');
  return {
    authority,
    close() {
      agent.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The CLI asks for tokens by an older name of Resource Manager. */
function inDemoNames(text, { arm }) {
  return text.replaceAll(encodeURIComponent('https://management.core.windows.net/'), encodeURIComponent(arm));
}

/** Links in answers lead to Azure's names, not past them. */
function inAzureNames(text, origins) {
  return Object.entries(serverOf).reduce(
    (said, [name, server]) => said.replaceAll(origins[server], `https://${name}`),
    text,
  );
}

function makeCertificates(folder) {
  const at = (name) => join(folder, name);
  const openssl = (...words) => execFileSync('openssl', words, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    ...['req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=Entra RDP bench'],
    ...['-keyout', at('ca.key'), '-out', at('ca.pem')],
  );
  openssl('req', ...newKey, '-subj', '/CN=azure', '-keyout', at('server.key'), '-out', at('server.csr'));
  const names = Object.keys(serverOf).map((name) => `DNS:${name}`);
  writeFileSync(at('names'), `subjectAltName=${names.join(',')}\n`);
  openssl(
    ...['x509', '-req', '-in', at('server.csr'), '-CA', at('ca.pem'), '-CAkey', at('ca.key')],
    ...['-CAcreateserial', '-days', '2', '-extfile', at('names'), '-out', at('server.pem')],
  );
  return {
    authority: at('ca.pem'),
    options: { key: readFileSync(at('server.key')), cert: readFileSync(at('server.pem')) },
  };
}
