import { createHash } from 'node:crypto';
import { Agent, type RequestOptions, request } from 'node:https';
import { z } from 'zod';
import { type DemoAzure, type DemoAzureOptions, startDemoAzure } from '../../../main/demo/demo-azure';
import { contosoTenant, demoTenantFrom } from '../../../main/demo/load-demo-tenant';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON, held to a schema. */
  read<T>(schema: z.ZodType<T>): T;
}

export interface SignedIn {
  readonly armToken: string;
  readonly graphToken: string;
  arm(path: string, options?: Asked): Promise<Answer>;
  graph(path: string, options?: Asked): Promise<Answer>;
}

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function startContoso(options: Partial<DemoAzureOptions> = {}): Promise<DemoAzure> {
  return startDemoAzure({ tenant: contosoTenant(), ...options });
}

export function startOverlay(overlay: object): Promise<DemoAzure> {
  return startDemoAzure({ tenant: demoTenantFrom({ extends: 'contoso', ...overlay }, 'the test') });
}

/** Signs an account in over HTTPS, as an app does: sign-in page, code, tokens. */
export async function signIn(demo: DemoAzure, username: string): Promise<SignedIn> {
  const agent = new Agent({ keepAlive: true, ca: demo.trustedCertificate });
  const armToken = await tokenFor(demo, agent, username, `${demo.cloud.arm}/.default`);
  const graphToken = await tokenFor(demo, agent, username, `${demo.cloud.graph}/.default`);
  const call =
    (origin: string, token: string) =>
    (path: string, options: Asked = {}) =>
      send(agent, `${origin}${path}`, {
        ...options,
        headers: { authorization: `Bearer ${token}`, ...options.headers },
      });
  return {
    armToken,
    graphToken,
    arm: call(demo.cloud.arm, armToken),
    graph: call(demo.cloud.graph, graphToken),
  };
}

const redirect = 'http://localhost:4321';
const verifier = 'a-verifier-of-forty-three-characters-or-more';

async function tokenFor(demo: DemoAzure, agent: Agent, username: string, scope: string): Promise<string> {
  const base = `${demo.cloud.authority}/${demo.tenant.id}/oauth2/v2.0`;
  const asked = new URLSearchParams({
    client_id: demo.tenant.clientId,
    redirect_uri: redirect,
    response_type: 'code',
    response_mode: 'form_post',
    scope,
    login_hint: username,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const page = await send(agent, `${base}/authorize?${asked.toString()}`, {});
  const code = /name="code" value="([^"]+)"/.exec(page.text)?.[1];
  if (!code) throw new Error(`No code for ${username}: ${page.text}`);
  const answer = await send(agent, `${base}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: demo.tenant.clientId,
      redirect_uri: redirect,
      code,
      code_verifier: verifier,
      scope,
    }),
  });
  return answer.read(z.object({ access_token: z.string() })).access_token;
}

function send(agent: Agent, url: string, { method = 'GET', body, headers = {} }: Asked): Promise<Answer> {
  const isForm = body instanceof URLSearchParams;
  const bytes = isForm ? body.toString() : body === undefined ? '' : JSON.stringify(body);
  const options: RequestOptions = {
    method,
    agent,
    headers: {
      ...(bytes !== '' && {
        'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      }),
      ...headers,
    },
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (incoming) => {
      incoming.setEncoding('utf8');
      let text = '';
      incoming.on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text,
          read: (schema) => schema.parse(JSON.parse(text)),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(bytes);
  });
}
