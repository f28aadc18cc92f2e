import { expect, it } from 'vitest';
import { isAllowedLink } from '../../../main/electron/allowed-links';

it.each([
  'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
  'https://aka.ms/devicelogin',
  'https://microsoft.com/devicelogin',
  'https://login.microsoftonline.com/common/adminconsent?client_id=x',
  'https://login.microsoftonline.us/',
  'https://login.partner.microsoftonline.cn/',
  'https://portal.azure.com/#resource/subscriptions/x',
])('opens %s', (url) => {
  expect(isAllowedLink(url)).toBe(true);
});

it.each([
  ['plain http', 'http://learn.microsoft.com/'],
  ['a file', 'file:///etc/passwd'],
  ['a program of the system', 'ms-settings:privacy'],
  ['a host that only begins like ours', 'https://learn.microsoft.com.evil.example/'],
  ['a host that only ends like ours', 'https://evil-aka.ms/'],
  ['a host in disguise as a user name', 'https://learn.microsoft.com@evil.example/'],
  ['a user name of its own', 'https://ada@learn.microsoft.com/'],
  ['another port', 'https://learn.microsoft.com:8443/'],
  ['any other host', 'https://example.com/'],
  ['no link at all', 'learn.microsoft.com'],
  ['nothing', ''],
])('keeps in %s', (_, url) => {
  expect(isAllowedLink(url)).toBe(false);
});
