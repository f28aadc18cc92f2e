import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { DemoTenantFile } from '../../../main/demo/tenant-file';

const path = 'docs/demo-tenant.schema.json';

/** `UPDATE_DEMO_SCHEMA=1` in the environment writes the document anew. */
it('the published schema is the one the program reads by', () => {
  const { required, ...schema } = z.toJSONSchema(DemoTenantFile, { io: 'input', unrepresentable: 'any' });
  // What a file need not say when it changes Contoso.
  const anyOf = [{ required }, { required: ['extends'] }];
  const document = `${JSON.stringify(
    { title: 'A tenant for the demo Azure of Entra RDP', ...schema, anyOf },
    null,
    2,
  )}\n`;
  if (process.env.UPDATE_DEMO_SCHEMA) writeFileSync(path, document);
  expect(readFileSync(path, 'utf8')).toBe(document);
});
