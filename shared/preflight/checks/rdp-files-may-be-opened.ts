import { asksAbout, asksBeforeOpening, isTrustedByPolicy } from '../../client-pc/rdp-file-dialog';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import type { Facts } from '../fact';
import { type ByRoute, fail, pass, type Remedy, remedy, type Verdict, warn } from '../verdict';

type Policies = Facts['pcPolicies'];
type SignedFile = Facts['signedFiles']['used'][number];

const unknownDialog = '“Caution: Unknown remote connection”';
const knownDialog = '“Verify the publisher of this remote connection”';
const oldWarning =
  '.rdp files open with the warning from before April 2026 (RedirectionWarningDialogVersion is 1).';

export const rdpFilesMayBeOpened = defineCheck({
  id: 'rdp-files-may-be-opened',
  title: 'This PC opens our .rdp file without asking',
  routes: ['web-account', 'password'],
  source: connectionSources.rdpFiles,
  needs: ['pcPolicies'],
  wants: ['thisPc', 'signedFiles'],

  judge({ pcPolicies, thisPc, signedFiles }) {
    const verdictOn = (route: SignedFile['route']): Opening => {
      const signed = signedFiles?.used.find((file) => file.route === route);
      if (signed) return openingOfSigned(signed, pcPolicies, thisPc);
      const passedOver = signedFiles?.passedOver.filter((file) => file.route === route) ?? [];
      return openingOfOurs(pcPolicies, thisPc, [...new Set(passedOver.map(({ because }) => because))]);
    };
    return together(verdictOn('web-account'), verdictOn('password'));
  },
});

interface Opening {
  readonly status: 'pass' | 'warn' | 'fail';
  readonly found: string;
  readonly remedies: readonly Remedy[];
}

/** One verdict where both ways are alike, else each in its own words. */
function together(webAccount: Opening, password: Opening): Verdict {
  if (webAccount.found === password.found) return verdictOf(webAccount);
  return verdictOf(
    {
      status: severest([webAccount.status, password.status]),
      found: `Passwordless: ${webAccount.found} With a password: ${password.found}`,
      remedies: [...webAccount.remedies, ...password.remedies],
    },
    { 'web-account': webAccount.status, password: password.status },
  );
}

function severest(statuses: readonly Opening['status'][]): Opening['status'] {
  return (['fail', 'warn'] as const).find((status) => statuses.includes(status)) ?? 'pass';
}

function verdictOf({ status, found, remedies }: Opening, byRoute?: ByRoute): Verdict {
  if (status === 'pass') return pass(found, byRoute);
  return status === 'warn' ? warn(found, remedies, byRoute) : fail(found, remedies, byRoute);
}

function opens(found: string): Opening {
  return { status: 'pass', found, remedies: [] };
}

/** Of a file made here, which nobody has signed. */
function openingOfOurs(
  { allowSignedFiles, allowUnsignedFiles, redirectionWarningDialogVersion, launchConsentAccepted }: Policies,
  thisPc: Facts['thisPc'] | undefined,
  passedOver: readonly string[],
): Opening {
  if (allowUnsignedFiles === false) {
    const forbidden =
      allowSignedFiles === false
        ? 'A policy of this PC forbids opening .rdp files (AllowSignedFiles and AllowUnsignedFiles are off).'
        : 'A policy of this PC forbids opening .rdp files that nobody has signed (AllowUnsignedFiles is off).';
    return {
      status: 'fail',
      found: [forbidden, ...passedOver].join(' '),
      remedies: [
        remedy.ask(
          'Please send me a connection file signed by a publisher my PC trusts, or allow .rdp files from unknown publishers.',
        ),
      ],
    };
  }
  if (redirectionWarningDialogVersion === 1) return opens(oldWarning);
  if (!asksBeforeOpening(thisPc)) return opens('No policy of this PC forbids opening .rdp files.');
  return {
    status: 'warn',
    found: `${launchConsentAccepted ? 'Windows' : 'Windows explains .rdp files, once, and then'} shows ${unknownDialog} before it opens our file, as nobody has signed it. The file asks to share nothing of this PC.`,
    remedies: [
      remedy.do('Compare the address in the dialog with the one shown here, and choose Connect.'),
      remedy.ask(
        'Please give me a signed connection file, and put its publisher on the list of trusted ones.',
      ),
    ],
  };
}

/** Of one that is opened as its publisher signed it. Whether this PC knows the publisher is for Windows to say. */
function openingOfSigned(
  { profile, signer, certificate }: SignedFile,
  policies: Policies,
  thisPc: Facts['thisPc'] | undefined,
): Opening {
  const used = `The file “${profile}” is used as it is, signed by ${signer}.`;
  const isTrusted = isTrustedByPolicy(policies, certificate);
  if (policies.allowUnsignedFiles === false && !isTrusted) {
    return {
      status: 'warn',
      found: `${used} This PC opens .rdp files of publishers it trusts alone (AllowUnsignedFiles is off), and its list of trusted ones does not name this one: Windows decides by the certificate.`,
      remedies: [remedy.ask(`Please have my PC trust the publisher of our connection files, ${signer}.`)],
    };
  }
  if (policies.redirectionWarningDialogVersion === 1) return opens(`${used} ${oldWarning}`);
  if (!asksAbout(thisPc ?? null, policies, { valid: true, signer: certificate })) {
    return opens(
      isTrusted
        ? `${used} A policy of this PC trusts that publisher, so it opens without a question.`
        : `${used} No policy of this PC forbids opening it.`,
    );
  }
  return {
    status: 'warn',
    found: `${used} Windows shows ${knownDialog} before it opens.`,
    remedies: [
      remedy.do('Compare publisher and address in the dialog, tick the boxes you need, and choose Connect.'),
      remedy.ask(`Please put the publisher of our connection files, ${signer}, on the list of trusted ones.`),
    ],
  };
}
