import { Agent, request } from 'node:https';

/** The pages of a query, and nothing done with the answers but parsing them. */
export async function readPages({ endpoint, session }, query) {
  const { token } = await session.tokens.getToken({ audience: 'arm' });
  const agent = new Agent({ keepAlive: true, ca: endpoint.trustedCertificate });
  const startedAt = performance.now();
  const rows = [];
  let firstMs;
  let skipToken;
  do {
    const page = await post(agent, endpoint.cloud.arm, token, {
      query,
      options: { resultFormat: 'objectArray', $top: 1000, $skipToken: skipToken },
    });
    firstMs ??= performance.now() - startedAt;
    rows.push(...page.data);
    skipToken = page.$skipToken;
  } while (skipToken);
  agent.destroy();
  return { firstMs, allMs: performance.now() - startedAt, rows };
}

function post(agent, origin, token, body) {
  const url = `${origin}/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent, method: 'POST', headers }, async (answer) => {
      const chunks = await answer.toArray();
      resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    });
    asking.once('error', reject);
    asking.end(JSON.stringify(body));
  });
}
