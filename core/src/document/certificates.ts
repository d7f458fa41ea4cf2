import type { EventKind, EvidenceKind, RoleInEvent } from '../family/model.ts';
import { addDays, type IsoDate } from '../kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { WilayahCode } from '../wilayah/model.ts';
import { CERTIFICATE_KINDS, type CertificateKind } from './signedModel.ts';

/** What decides whether an event has a certificate of this service. */
export interface CertifiableEvent {
  readonly kind: EventKind;
  readonly evidence: EvidenceKind;
  /** It was undone: nothing is drawn of what did not happen. */
  readonly corrected: boolean;
  /** Of a marriage: the same two have parted since. */
  readonly parted: boolean;
  /** The couple is Muslim: KUA and the religious court keep their registers (UU 23/2006 article 8 paragraph 2). */
  readonly muslim: boolean;
}

export type CertificateObstacle =
  | 'document/no-certificate'
  | 'document/event-corrected'
  | 'document/recorded-elsewhere'
  | 'document/issued-by-kua'
  | 'document/issued-by-court'
  | 'document/marriage-ended';

/** An event that rests on the certificate itself was registered by another office, which keeps the register. */
const CERTIFICATES: ReadonlySet<EvidenceKind> = new Set([
  'birthCertificate',
  'deathCertificate',
  'marriageCertificate',
]);

/** Which certificate this service draws up of an event, or who does instead. */
export function certificateOf(
  event: CertifiableEvent,
): Result<CertificateKind, Refusal<CertificateObstacle>> {
  const kind = CERTIFICATE_KINDS.find((one) => one === event.kind);
  if (!kind) return refuse({ code: 'document/no-certificate' });
  if (event.corrected) return refuse({ code: 'document/event-corrected' });
  if (CERTIFICATES.has(event.evidence)) return refuse({ code: 'document/recorded-elsewhere' });
  if (kind === 'marriage' && (event.muslim || event.evidence === 'marriageBook'))
    return refuse({ code: 'document/issued-by-kua' });
  if (kind === 'divorce' && (event.muslim || event.evidence === 'divorceDeed'))
    return refuse({ code: 'document/issued-by-court' });
  // With a divorce the office takes the extract of the marriage back.
  if (kind === 'marriage' && event.parted) return refuse({ code: 'document/marriage-ended' });
  return ok(kind);
}

/** Whom a certificate is about, among those who took part in its event. */
export function isAbout(kind: CertificateKind, role: RoleInEvent): boolean {
  switch (kind) {
    case 'birth':
      return role === 'child';
    case 'death':
      return role === 'subject';
    case 'marriage':
    case 'divorce':
      return role === 'subject' || role === 'spouse';
  }
}

/** Who may fetch one by having taken part; a child's guardians may as well, whatever their part in the birth was. */
export function mayFetch(kind: CertificateKind, role: RoleInEvent): boolean {
  // The dead fetch nothing: whoever stood on one card with them does.
  return kind === 'death' ? role === 'spouse' || role === 'member' : isAbout(kind, role);
}

/** A birth is registered late after sixty days (UU 24/2013 article 32). */
const LATE_AFTER_DAYS = 60;

/**
 * What stands before the serial in a certificate's number, as offices write it: region, register and day of
 * registration, `6472-LU-22112026`.
 */
export function certificateSeries(
  kind: CertificateKind,
  region: WilayahCode,
  on: IsoDate,
  registeredOn: IsoDate,
): string {
  const [year, month, day] = registeredOn.split('-');
  return `${region.replaceAll('.', '').slice(0, 4)}-${registerOf(kind, on, registeredOn)}-${day}${month}${year}`;
}

function registerOf(kind: CertificateKind, on: IsoDate, registeredOn: IsoDate): string {
  switch (kind) {
    case 'birth':
      return registeredOn > addDays(on, LATE_AFTER_DAYS) ? 'LT' : 'LU';
    case 'death':
      return 'KM';
    case 'marriage':
      return 'KW';
    case 'divorce':
      return 'CR';
  }
}
