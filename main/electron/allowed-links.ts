import { URL } from 'node:url';
import { type Cloud, clouds } from '../../shared/azure/cloud';

const documentation = [
  'aka.ms',
  'go.microsoft.com',
  'learn.microsoft.com',
  'microsoft.com',
  'support.microsoft.com',
  'techcommunity.microsoft.com',
  'www.microsoft.com',
];
const administration = ['entra.microsoft.com', 'entra.microsoft.us', 'entra.microsoftonline.cn'];
const ofCloud = ({ authority, portal }: Cloud): string[] =>
  [authority, portal].map((origin) => new URL(origin).host);

const hosts = new Set([...documentation, ...administration, ...Object.values(clouds).flatMap(ofCloud)]);

/** Whether a link may leave the app for the system's browser: https, to a host we name, in plain spelling. */
export function isAllowedLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, username, password } = new URL(text);
  return protocol === 'https:' && hosts.has(host) && username === '' && password === '';
}
