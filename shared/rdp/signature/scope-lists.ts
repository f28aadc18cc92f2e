interface ScopeList {
  readonly asOf: string;
  readonly source: string;
  /** In the order they are signed, spelled as they stand in `signscope`. */
  readonly names: readonly string[];
}

const common = [
  'Full Address',
  'Alternate Full Address',
  'PCB',
  'Use Redirection Server Name',
  'Server Port',
  'Negotiate Security Layer',
  'EnableCredSspSupport',
  'DisableConnectionSharing',
  'AutoReconnection Enabled',
  'GatewayHostname',
  'GatewayUsageMethod',
  'GatewayProfileUsageMethod',
  'GatewayCredentialsSource',
  'Support URL',
  'PromptCredentialOnce',
  'Require pre-authentication',
  'Pre-authentication server address',
  'Alternate Shell',
  'Shell Working Directory',
  'RemoteApplicationProgram',
  'RemoteApplicationExpandWorkingdir',
  'RemoteApplicationMode',
  'RemoteApplicationGuid',
  'RemoteApplicationName',
  'RemoteApplicationIcon',
  'RemoteApplicationFile',
  'RemoteApplicationFileExtensions',
  'RemoteApplicationCmdLine',
  'RemoteApplicationExpandCmdLine',
  'Prompt For Credentials',
  'Authentication Level',
  'AudioMode',
  'RedirectDrives',
  'RedirectPrinters',
  'RedirectCOMPorts',
  'RedirectSmartCards',
  'RedirectPOSDevices',
  'RedirectClipboard',
  'DevicesToRedirect',
  'DrivesToRedirect',
  'LoadBalanceInfo',
  'RedirectDirectX',
  'RDGIsKDCProxy',
  'KDCProxyName',
] as const;

/** What signers of this age cover; a file signed by one opens, with the web account left outside. */
export const scopeOf2015: ScopeList = {
  asOf: '2015',
  source: 'https://github.com/nfedera/rdpsign',
  names: [...common, 'EventLogUploadAddress'],
};

/** What is signed today, and by us. */
export const scopeOf2026: ScopeList = {
  asOf: '2026-05-19',
  source: 'https://github.com/mamoreau-devolutions/psign',
  names: [
    ...common,
    'EnableRdsAadAuth',
    'RedirectWebAuthn',
    'RedirectTextProcessing',
    'allowed security protocols',
  ],
};

/** Names that any list knows, in lower case. */
export const signableNames: ReadonlySet<string> = new Set(
  [...scopeOf2015.names, ...scopeOf2026.names].map((name) => name.toLowerCase()),
);
