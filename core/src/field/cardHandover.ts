import { decodeCbor } from '../cose/cbor.ts';
import { parseSign1 } from '../cose/sign1.ts';
import type { ProvisionalDisclosure } from '../identityqr/issueIdentityCwt.ts';
import { type IssuedCard, type IssuerTrust, verifyIssuedCard } from '../identityqr/verifyIssuedCard.ts';
import { fromNumericDate } from '../jose/numericDate.ts';
import type { Bytes } from '../kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';
import type { SessionCertificate } from './sessionCertificate.ts';

/** What the telephone keeps of it, checked. */
export interface HandedCards {
  /** As they came, by what they show. */
  readonly cwts: { readonly nameAndPhoto: Bytes; readonly over17?: Bytes };
  readonly shown: Extract<ProvisionalDisclosure, { kind: 'nameAndPhoto' }>;
  readonly session: SessionCertificate;
  readonly expiresAt: Date;
}

export type CardHandoverRefusalCode =
  /** Something else than cards from a kit. */
  | 'cards/other-code'
  /** Not by an officer of a session that our roots vouch for: a warning, and no mishap. */
  | 'cards/not-genuine'
  /** Made for another telephone. */
  | 'cards/other-handset'
  /** Not begun or over, by this telephone's clock. */
  | 'cards/not-now';

type Outcome = Result<HandedCards, Refusal<CardHandoverRefusalCode>>;
const MAX_CARDS = 4;

/** Checks what came out of the frames, before anything of it is kept or believed. */
export async function acceptCards(
  data: Uint8Array,
  { ownKey, ...trust }: Pick<IssuerTrust, 'verifySession' | 'now'> & { readonly ownKey: PublicJwk },
  suite: Suite,
): Promise<Outcome> {
  const cwts = unpackCards(data);
  if (!cwts) return refuse({ code: 'cards/other-code' });
  const cards: (IssuedCard & { readonly cwt: Bytes })[] = [];
  for (const cwt of cwts) {
    const issued = parseSign1(cwt);
    if (!issued) return refuse({ code: 'cards/other-code' });
    const card = await verifyIssuedCard(issued, { ...trust, trustedIssuers: [] }, suite);
    if (!card.ok) return refuse({ code: 'cards/not-genuine' });
    cards.push({ ...card.value, cwt });
  }
  const sameKey = ({ holderKey: { x, y } }: IssuedCard) => x === ownKey.x && y === ownKey.y;
  if (!cards.every(sameKey)) return refuse({ code: 'cards/other-handset' });
  const expiresAt = fromNumericDate(Math.min(...cards.map(({ exp }) => exp)));
  if (expiresAt <= trust.now) return refuse({ code: 'cards/not-now' });
  return keep(cards, expiresAt);
}

function keep(cards: readonly (IssuedCard & { readonly cwt: Bytes })[], expiresAt: Date): Outcome {
  const named = cards.find(({ disclosure }) => disclosure.kind === 'nameAndPhoto');
  const over17 = cards.find(({ disclosure }) => disclosure.kind === 'over17');
  if (named?.disclosure.kind !== 'nameAndPhoto' || !named.provisional)
    return refuse({ code: 'cards/other-code' });
  return ok({
    cwts: { nameAndPhoto: named.cwt, ...(over17 && { over17: over17.cwt }) },
    shown: named.disclosure,
    session: named.provisional,
    expiresAt,
  });
}

function unpackCards(data: Uint8Array): readonly Bytes[] | undefined {
  const cwts = decodeCbor(data);
  if (!Array.isArray(cwts) || cwts.length === 0 || cwts.length > MAX_CARDS) return undefined;
  return cwts.every((cwt) => cwt instanceof Uint8Array) ? (cwts as Bytes[]) : undefined;
}
