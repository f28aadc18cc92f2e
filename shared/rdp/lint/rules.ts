import type { LintRule } from './rule';
import { addressMalformed } from './rules/address-malformed';
import { addressMismatch } from './rules/address-mismatch';
import { addressMissing } from './rules/address-missing';
import { alternateAddressEmpty } from './rules/alternate-address-empty';
import { deprecatedSetting } from './rules/deprecated-setting';
import { duplicateSetting } from './rules/duplicate-setting';
import { encoding } from './rules/encoding';
import { gateway } from './rules/gateway';
import { hidesTheSession } from './rules/hides-the-session';
import { injectedOption } from './rules/injected-option';
import { leaksVariables } from './rules/leaks-variables';
import { listReadDifferently } from './rules/list-read-differently';
import { misleadingText } from './rules/misleading-text';
import { mistypedSetting } from './rules/mistyped-setting';
import { nlaOff } from './rules/nla-off';
import { notASetting } from './rules/not-a-setting';
import { notCoveredBySignature } from './rules/not-covered-by-signature';
import { notSigned } from './rules/not-signed';
import { numberReadDifferently } from './rules/number-read-differently';
import { openingDialog } from './rules/opening-dialog';
import { pairIncomplete } from './rules/pair-incomplete';
import { portConflict } from './rules/port-conflict';
import { savedSecret } from './rules/saved-secret';
import { sendsElsewhere } from './rules/sends-elsewhere';
import { serverNotVerified } from './rules/server-not-verified';
import { sharesByDefault } from './rules/shares-by-default';
import { sharesCameras } from './rules/shares-cameras';
import { sharesClipboard } from './rules/shares-clipboard';
import { sharesDevices } from './rules/shares-devices';
import { sharesDrives } from './rules/shares-drives';
import { sharesLocation } from './rules/shares-location';
import { sharesMicrophone } from './rules/shares-microphone';
import { sharesPasskeys } from './rules/shares-passkeys';
import { sharesPorts } from './rules/shares-ports';
import { sharesPrinters } from './rules/shares-printers';
import { sharesSmartCards } from './rules/shares-smart-cards';
import { sharesUsbDevices } from './rules/shares-usb-devices';
import { signatureMalformed } from './rules/signature-malformed';
import { spellingReadDifferently } from './rules/spelling-read-differently';
import { startsAProgram } from './rules/starts-a-program';
import { startsRemoteApp } from './rules/starts-remote-app';
import { unknownSetting } from './rules/unknown-setting';
import { valueOutOfRange } from './rules/value-out-of-range';
import { webAccountContradicted } from './rules/web-account-contradicted';
import { webAccountNeedsAName } from './rules/web-account-needs-a-name';
import { windowsPolicy } from './rules/windows-policy';

/** Every rule, the most important first. */
export const rules: readonly LintRule[] = [
  addressMissing,
  addressMalformed,
  webAccountNeedsAName,
  addressMismatch,
  alternateAddressEmpty,
  portConflict,
  misleadingText,
  duplicateSetting,
  injectedOption,
  savedSecret,
  startsAProgram,
  startsRemoteApp,
  leaksVariables,
  gateway,
  nlaOff,
  serverNotVerified,
  webAccountContradicted,
  sharesDrives,
  sharesUsbDevices,
  sharesCameras,
  sharesMicrophone,
  sharesDevices,
  sharesClipboard,
  sharesLocation,
  sharesPasskeys,
  sharesSmartCards,
  sharesPorts,
  sharesPrinters,
  sharesByDefault,
  hidesTheSession,
  sendsElsewhere,
  signatureMalformed,
  notCoveredBySignature,
  notSigned,
  mistypedSetting,
  valueOutOfRange,
  unknownSetting,
  deprecatedSetting,
  notASetting,
  numberReadDifferently,
  listReadDifferently,
  pairIncomplete,
  spellingReadDifferently,
  encoding,
  windowsPolicy,
  openingDialog,
];
