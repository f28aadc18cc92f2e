import { expect, it } from 'vitest';
import { contentSecurityPolicy, pageHeaders } from '../../../main/electron/content-security-policy';

const directives = new Map(
  contentSecurityPolicy('abc')
    .split('; ')
    .map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources] as const;
    }),
);

it('lets in nothing that it does not name', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('form-action')).toEqual(["'none'"]);
  expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
});

it('runs our own scripts only', () => {
  expect(directives.get('script-src')).toEqual(["'self'"]);
});

it('takes styles by nonce, without unsafe-inline', () => {
  expect(directives.get('style-src')).toEqual(["'self'", "'nonce-abc'"]);
  expect(pageHeaders('abc')['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
});
