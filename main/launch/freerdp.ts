import { explainFreerdpExit } from '../../shared/launch/freerdp-exits';
import type { Launch, Launcher } from './launcher';
import { expectOnRoute } from './what-to-expect';

/**
 * The options of both FreeRDPs. The file comes first: anywhere else it is not read. A password never stands
 * on the command line, where every user of the machine could read it.
 */
function optionsFor({ certificate, isPasswordTyped }: Launch): string[] {
  return [
    ...(certificate ? [`/cert:fingerprint:sha256:${withColons(certificate)}`] : []),
    ...(isPasswordTyped ? ['/from-stdin:force'] : []),
  ];
}

// The form it compares with, letter by letter.
function withColons(sha256: string): string {
  return (sha256.toLowerCase().match(/[0-9a-f]{2}/g) ?? []).join(':');
}

export const freerdp2: Launcher = {
  id: 'freerdp2',
  ending: 'told',
  asksInTerminal: true,
  commandFor: (launch) => [launch.client.path, launch.file, ...optionsFor(launch)],
  expect: expectOnRoute,
  explainExit: explainFreerdpExit,
};

export const freerdp3: Launcher = {
  ...freerdp2,
  id: 'freerdp3',
  // The file alone only adds Entra sign-in to what may be negotiated; this asks for nothing else.
  commandFor: (launch) => [
    launch.client.path,
    launch.file,
    ...(launch.route === 'web-account' ? ['/sec:aad'] : []),
    ...optionsFor(launch),
  ],
};
