import type { KnownSymptom } from './known-symptom';
import { aadstsSymptoms } from './symptoms/aadsts';
import { dialogSymptoms } from './symptoms/dialogs';
import { disconnectSymptoms, extendedDisconnectSymptoms } from './symptoms/disconnect-reasons';
import { freerdpSymptoms } from './symptoms/freerdp-exit-codes';
import { windowsSymptoms } from './symptoms/windows-codes';

/** Everything we can explain. Of codes that several kinds have, the likelier kind comes first. */
export const symptoms: readonly KnownSymptom[] = [
  ...windowsSymptoms,
  ...aadstsSymptoms,
  ...disconnectSymptoms,
  ...freerdpSymptoms,
  ...extendedDisconnectSymptoms,
  ...dialogSymptoms,
];
