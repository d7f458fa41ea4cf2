import type { ChangeReason } from '../registry/model.ts';
import type { EventKind, EvidenceKind } from './model.ts';

/** Which papers an event may rest on (Perpres 96/2018, Permendagri 108/2019); the first is the usual one. */
export const EVIDENCE_FOR: Readonly<Record<EventKind, readonly EvidenceKind[]>> = {
  birth: ['birthLetter', 'birthCertificate', 'statement', 'policeReport', 'courtRuling'],
  death: ['deathLetter', 'deathCertificate', 'policeReport', 'courtRuling'],
  marriage: ['marriageBook', 'religiousLetter', 'marriageCertificate', 'courtRuling'],
  divorce: ['divorceDeed', 'courtRuling'],
  move: ['statement', 'moveLetter'],
  moveOut: ['moveLetter', 'statement'],
  moveIn: ['moveLetter', 'statement'],
  nameChange: ['courtRuling', 'birthCertificate'],
  birthDateChange: ['birthCertificate', 'courtRuling'],
  recognition: ['recognitionDeed', 'courtRuling'],
  guardianship: ['courtRuling'],
  merge: ['officeMinutes', 'courtRuling'],
  correction: ['officeMinutes', 'courtRuling', 'statement'],
};

export function fits(event: EventKind, evidence: EvidenceKind): boolean {
  return EVIDENCE_FOR[event].includes(evidence);
}

/** What the ledger says of it: a ground from a list, never the number of a paper. */
export function reasonOf(event: EventKind, evidence: EvidenceKind): ChangeReason {
  if (event === 'correction' || event === 'merge') return 'dataCorrection';
  switch (evidence) {
    case 'courtRuling':
      return 'courtRuling';
    case 'statement':
      return 'residentRequest';
    case 'policeReport':
    case 'officeMinutes':
      return 'officeProcedure';
    default:
      return 'civilCertificate';
  }
}
