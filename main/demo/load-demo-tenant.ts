import { AppError } from '../../shared/errors/app-error';
import { readBounded } from '../files/read-bounded';
import contoso from './contoso.json';
import { overlaid } from './overlay';
import { type DemoTenant, parseDemoTenant } from './tenant-schema';

/** Some 50,000 VMs, each written out. */
const largestDemoFile = 128 * 1024 * 1024;

/** Contoso, the tenant that ships with the product. */
export function contosoTenant(): DemoTenant {
  return parseDemoTenant(contoso, 'The built-in demo tenant');
}

/**
 * The tenant a file describes; without a file, Contoso.
 *
 * @throws AppError `not-found` or `unreadable` for the file itself, `invalid-request` with every problem in it.
 */
export async function loadDemoTenant(file: string | null): Promise<DemoTenant> {
  if (file === null) return contosoTenant();
  return demoTenantFrom(parseJson(await read(file), file), file);
}

/** A tenant from what its file holds: `"extends": "contoso"` lays it over Contoso. */
export function demoTenantFrom(described: unknown, whereFrom: string): DemoTenant {
  return parseDemoTenant(extendsContoso(described) ? overlaid(contoso, described) : described, whereFrom);
}

function extendsContoso(described: unknown): described is Readonly<Record<string, unknown>> {
  return (
    typeof described === 'object' &&
    described !== null &&
    'extends' in described &&
    described.extends === 'contoso'
  );
}

async function read(file: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readBounded(file, `The demo file ${file}`, largestDemoFile));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, error.message, { help: 'demo-azure', cause: error });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new AppError(
      'invalid-request',
      `${file} is not JSON: ${error instanceof Error ? error.message : 'it could not be parsed'}.`,
      { help: 'demo-azure', cause: error },
    );
  }
}
