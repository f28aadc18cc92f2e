import { type FreerdpEnding, freerdpEndings, freerdpEndingsFrom } from '../../launch/freerdp-endings';
import { type CodeRow, symptomsOf } from '../known-symptom';

/** Exit codes of xfreerdp and sdl-freerdp by themselves, without what was written: the general endings. */
export const freerdpSymptoms = symptomsOf(
  'freerdp',
  freerdpEndingsFrom,
  freerdpEndings.filter(({ says }) => says === undefined).map(rowOf),
);

function rowOf({ codes, wasGood, cause, causeByCode, remedy, help }: FreerdpEnding): CodeRow {
  const isQuiet = wasGood === true && causeByCode === undefined;
  return [
    codes,
    causeByCode ?? cause,
    remedy ??
      (isQuiet ? 'Nothing is wrong.' : 'Connect again; if nothing appeared, look at what FreeRDP wrote.'),
    help ?? (isQuiet ? null : 'rdp-client-ended'),
  ];
}
