import { z } from 'zod';
import { AppError } from '../../shared/errors/app-error';
import { microsoftClientIds } from '../../shared/settings/microsoft-client-ids';
import { OrganisationSetup } from '../../shared/settings/settings';

/**
 * What an organisation hands its people: the text of its JSON file, or a link such as
 * `entra-rdp://setup?cloud=global&tenant=contoso.com&clientId=…&name=Contoso`. An https link with the same
 * query is read too, as not every mail program lets our own scheme through; nothing is fetched.
 *
 * @throws AppError `invalid-request`, naming what is missing or wrong.
 */
export function readSetup(text: string): OrganisationSetup {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const { data, error } = OrganisationSetup.safeParse(
    trimmed.startsWith('{') ? fromJson(trimmed) : fromLink(trimmed),
  );
  if (!data) throw invalid(`it is incomplete:\n${z.prettifyError(error)}`, error);
  refuseMicrosoftsOwn(data.clientId);
  return data;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw invalid('it is not JSON', cause);
  }
}

function fromLink(text: string): unknown {
  const url = parseUrl(text);
  const isOurs = url.protocol === 'entra-rdp:' && [url.host, url.pathname].includes('setup');
  if (!isOurs && url.protocol !== 'https:')
    throw invalid('a link starts with entra-rdp://setup? or https://');
  const parts = ['cloud', 'tenant', 'clientId', 'name'] as const;
  return Object.fromEntries(
    parts.flatMap((part) => {
      const value = url.searchParams.get(part);
      return value ? [[part, value]] : [];
    }),
  );
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    throw invalid('it is neither a JSON file nor a link', cause);
  }
}

function refuseMicrosoftsOwn(clientId: string): void {
  const microsofts = microsoftClientIds.find(({ appId }) => appId === clientId.toLowerCase());
  if (!microsofts) return;
  throw new AppError(
    'invalid-request',
    `This set-up names the client id of ${microsofts.name}, which is Microsoft's own: it may not ask for the permissions needed here (AADSTS65002). ` +
      'Register an app of your organisation: docs/app-registration.md has the script.',
    { help: 'app-registration' },
  );
}

function invalid(because: string, cause?: unknown): AppError {
  return new AppError(
    'invalid-request',
    `This set-up cannot be used: ${because}. Use the file or link your organisation handed out.`,
    { help: 'app-registration', cause },
  );
}
