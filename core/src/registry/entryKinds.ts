import type { ResidentChange } from './model.ts';

/** Under which kind the ledger keeps what happened to a record. */
export const ENTRY_KINDS = {
  recordingAdvanced: 'registry/recording-advanced',
  recordingWithdrawn: 'registry/recording-withdrawn',
  moved: 'registry/moved',
  married: 'registry/married',
  divorced: 'registry/divorced',
  widowed: 'registry/widowed',
  died: 'registry/died',
  deathCorrected: 'registry/death-corrected',
  familyChanged: 'registry/family-changed',
  nameCorrected: 'registry/name-corrected',
  birthDateCorrected: 'registry/birth-date-corrected',
  kiaIssued: 'registry/kia-issued',
  permitRenewed: 'registry/permit-renewed',
  movedOut: 'registry/moved-out',
  movedIn: 'registry/moved-in',
  annulled: 'registry/annulled',
} as const satisfies Record<ResidentChange['kind'], string>;
