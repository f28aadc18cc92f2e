import type { KnownSymptom } from '../known-symptom';

interface CodeFamily {
  readonly symptom: KnownSymptom;
  /** Of a signed value. */
  readonly has: (value: number) => boolean;
}

/** What can be said of a code nobody has told us about: where it comes from. */
export const codeFamilies: readonly CodeFamily[] = [
  family('device-registration', 0x801c, 'login-extension-succeeded', {
    cause:
      'A code of device registration (DSREG) that is not in our table: the computer could not join or register.',
    remedy: 'Look at the log “User Device Registration/Admin” on that computer: it has the words.',
  }),
  family('token-broker', 0xcaa2, 'pc-has-a-refresh-token', {
    cause: "A code of Windows' sign-in broker that is not in our table.",
    remedy: 'Look at the log “AAD/Operational” on that computer: it has the AADSTS number.',
  }),
  family('token-broker-network', 0xcaa8, 'vm-reaches-entra-endpoints', {
    cause: "A network error of Windows' sign-in broker that is not in our table.",
    remedy: 'Check network, DNS and proxy of the computer that shows it.',
  }),
  family('cloud-sign-in', 0xc004, 'pc-has-a-refresh-token', {
    cause: "A code of Windows' cloud sign-in that is not in our table.",
    remedy: 'Look at the log “AAD/Operational” on that computer: it has the words.',
  }),
  family('network', 0x8007, 'vm-reaches-entra-endpoints', {
    cause: 'A general Windows code that is not in our table; 0x80072… are network errors.',
    remedy: 'Check network, DNS and proxy of the computer that shows it.',
  }),
];

export const unknownAadsts: KnownSymptom = {
  id: 'aadsts-other',
  cause: 'A number of Entra ID that is not in our table.',
  remedy: 'Look it up at https://login.microsoftonline.com/error, which explains every one.',
  help: null,
  codes: [],
  words: [],
  source: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
  asOf: '2026-11-22',
};

function family(
  id: string,
  upperHalf: number,
  help: KnownSymptom['help'],
  rest: Pick<KnownSymptom, 'cause' | 'remedy'>,
): CodeFamily {
  const symptom = {
    id: `family-${id}`,
    help,
    codes: [],
    words: [],
    source: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
    asOf: '2026-11-22',
    ...rest,
  };
  return { symptom, has: (value) => value >>> 16 === upperHalf };
}
