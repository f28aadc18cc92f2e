/** The publisher of signed files, as policies name it. */
export interface Publisher {
  readonly name: string;
  /** Upper-case hexadecimal. */
  readonly sha1: string;
  readonly sha256: string;
  /** ISO 8601. */
  readonly validTo: string;
  readonly isSelfSigned: boolean;
}

/** What Windows reads, and where it is documented. Read on 2026-11-22. */
const trustPolicy = {
  key: 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services',
  value: 'TrustedCertThumbprints',
  device:
    './Device/Vendor/MSFT/Policy/Config/ADMX_TerminalServer/TS_CLIENT_TRUSTED_CERTIFICATE_THUMBPRINTS_1',
  user: './User/Vendor/MSFT/Policy/Config/ADMX_TerminalServer/TS_CLIENT_TRUSTED_CERTIFICATE_THUMBPRINTS_2',
  /** The name of the text box in TerminalServer.admx. */
  element: 'TRUSTED_CERTIFICATE_THUMBPRINTS',
  sources: [
    'https://learn.microsoft.com/windows-server/remote/remote-desktop-services/remotepc/manage-rdp-file-security-settings-with-group-policy (text of 2026-07-14)',
    'https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-terminalserver',
  ],
} as const;

/**
 * The entry for the list of trusted publishers: by SHA-1, which every Windows reads, and by SHA-256, which
 * Windows reads since July 2026 and is to be the only one later. An entry that a Windows does not know is ignored.
 */
function thumbprintList({ sha1, sha256 }: Publisher): string {
  return `${sha1},sha256:${sha256}`;
}

/** A .reg file: UTF-16 with CRLF is what regedit writes; whoever saves this encodes it. */
export function registryText(publisher: Publisher): string {
  return lines(
    'Windows Registry Editor Version 5.00',
    '',
    `; Trusts ${publisher.name} as publisher of .rdp files, for every user of this PC.`,
    '; Files it signed open without the security dialog, and what they redirect is switched on.',
    '; This REPLACES a list that is there already: join the entries by commas first.',
    '; To undo, delete the value. Where Group Policy or Intune sets it, use them instead.',
    `[HKEY_LOCAL_MACHINE\\${trustPolicy.key}]`,
    `"${trustPolicy.value}"="${thumbprintList(publisher)}"`,
    '',
  );
}

export function groupPolicyText(publisher: Publisher): string {
  return lines(
    'Group Policy',
    '',
    'Where    Computer Configuration > Policies > Administrative Templates > Windows Components >',
    '         Remote Desktop Services > Remote Desktop Connection Client',
    'Setting  Specify thumbprints of certificates representing trusted .rdp publishers',
    '         (before the updates of July 2026: Specify SHA1 thumbprints of certificates …)',
    'State    Enabled',
    'Value    one line, entries joined by commas, without blanks:',
    '',
    thumbprintList(publisher),
    '',
    'A list that is there already stays: add to it. The lists of computer and user are joined by Windows.',
    'Where SHA-1 entries are switched off by your policy, give only the one that begins with sha256:.',
    'Check on a PC: gpupdate /force, then open a signed file.',
    '',
  );
}

export function intuneText(publisher: Publisher): string {
  return lines(
    'Microsoft Intune',
    '',
    'Devices > Configuration > Create > Windows 10 and later > Templates > Custom, one row:',
    '',
    'Name       Trusted publisher of .rdp files',
    `OMA-URI    ${trustPolicy.device}`,
    'Data type  String',
    'Value      the line below',
    '',
    policyValue(publisher),
    '',
    `For users instead of devices: ${trustPolicy.user}`,
    'The settings catalogue has the same policy under Administrative Templates > Windows Components > Remote',
    'Desktop Services > Remote Desktop Connection Client.',
    'The row replaces a list that another profile sets for the same devices: join the entries by commas.',
    '',
  );
}

/** What an ADMX-backed policy takes. Thumbprints need no escaping. */
function policyValue(publisher: Publisher): string {
  return `<enabled/><data id="${trustPolicy.element}" value="${thumbprintList(publisher)}"/>`;
}

export function readmeText(publisher: Publisher): string {
  return lines(
    `Trusting ${publisher.name} as publisher of .rdp files`,
    '',
    'Nothing here has been applied to any PC. An admin reads it, chooses ONE way, and applies it.',
    '',
    'WHAT IT DOES',
    'Windows opens .rdp files signed with this certificate without its security dialog, and switches on whatever',
    'they redirect: clipboard, drives, cameras. So keep the private key where only the helpdesk signs, sign only',
    'files that redirect nothing you would not tick yourself, and take the entry away when the key is lost.',
    'The signature does not cover every line: somebody can still change the user name or add a camera.',
    '',
    'FILES',
    'publisher.cer      the certificate, without its key',
    'thumbprint.txt     its thumbprints',
    'group-policy.txt   for a domain',
    'intune.txt         for Intune or another MDM',
    'registry.reg       for a PC that neither manages',
    '',
    'THE CERTIFICATE',
    `Valid until ${publisher.validTo.slice(0, 10)}. A renewed certificate has another thumbprint: list both until every file is signed anew.`,
    publisher.isSelfSigned
      ? 'It is signed by itself: put publisher.cer also into Trusted Root Certification Authorities of the PCs, or Windows shows no publisher name.'
      : 'Its root has to be trusted by the PCs too; a public or company root usually is.',
    '',
    'CHECK',
    'entra-rdp rdp verify FILE --root publisher.cer',
    '',
    'WE NEVER SET, AND ADVISE AGAINST',
    'AllowUnsignedFiles, RedirectionWarningDialogVersion, PublisherBypassList: they silence Windows for strangers too.',
    '',
    'SOURCES',
    ...trustPolicy.sources,
    'The prefix sha256: is told by the Help text of the policy since July 2026.',
    '',
  );
}

export function thumbprintText({ name, sha1, sha256 }: Publisher): string {
  return lines(name, `SHA-1    ${sha1}`, `SHA-256  ${sha256}`, '');
}

// Notepad of older Windows shows nothing else as lines.
function lines(...all: readonly string[]): string {
  return all.join('\r\n');
}
