import { asksBeforeOpening } from '../../client-pc/rdp-file-dialog';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { fail, pass, remedy, warn } from '../verdict';

const dialog = '“Caution: Unknown remote connection”';

export const rdpFilesMayBeOpened = defineCheck({
  id: 'rdp-files-may-be-opened',
  title: 'This PC opens our .rdp file without asking',
  routes: ['web-account', 'password'],
  source: connectionSources.rdpFiles,
  needs: ['pcPolicies'],
  wants: ['thisPc'],

  judge({ pcPolicies, thisPc }) {
    const { allowSignedFiles, allowUnsignedFiles, redirectionWarningDialogVersion, launchConsentAccepted } =
      pcPolicies;
    if (allowUnsignedFiles === false) {
      return fail(
        allowSignedFiles === false
          ? 'A policy of this PC forbids opening .rdp files (AllowSignedFiles and AllowUnsignedFiles are off).'
          : 'A policy of this PC forbids opening .rdp files that nobody has signed (AllowUnsignedFiles is off).',
        [
          remedy.ask(
            'Please send me a connection file signed by a publisher my PC trusts, or allow .rdp files from unknown publishers.',
          ),
        ],
      );
    }
    if (redirectionWarningDialogVersion === 1) {
      return pass(
        '.rdp files open with the warning from before April 2026 (RedirectionWarningDialogVersion is 1).',
      );
    }
    if (!asksBeforeOpening(thisPc)) return pass('No policy of this PC forbids opening .rdp files.');
    return warn(
      `${launchConsentAccepted ? 'Windows' : 'Windows explains .rdp files, once, and then'} shows ${dialog} before it opens our file, as nobody has signed it. The file asks to share nothing of this PC.`,
      [
        remedy.do('Compare the address in the dialog with the one shown here, and choose Connect.'),
        remedy.ask(
          'Please give me a signed connection file, and put its publisher on the list of trusted ones.',
        ),
      ],
    );
  },
});
