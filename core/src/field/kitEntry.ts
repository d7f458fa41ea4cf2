import { DECISION_REASONS } from '../activation/model.ts';
import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import { fromNumericDate, isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { toBase64url, utf8 } from '../kit/bytes.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import { UUID } from '../kit/uuid.ts';
import {
  type FieldDecision,
  type KitAct,
  type KitEntry,
  type KitId,
  MAX_ENTRY_CHARACTERS,
  VOID_REASONS,
} from './model.ts';

/**
 * The entry: a JWS (`typ` ikd-kit-entry+jwt) by an officer's kit key (`kid`, its RFC 7638 thumbprint). It stands by
 * itself and names the one before it, so entries may reach the server in any order, from a kit or from its backup, and
 * none can be left out or exchanged unseen.
 */
const TYP = 'ikd-kit-entry+jwt';
/** SHA-256 in base64url. */
const DIGEST = /^[A-Za-z0-9_-]{43}$/;
const NUMBERS_TO = 1_000_000;

/** @param kitKey thumbprint of the key that signs */
export function signKitEntry(sign: SignEs256, kitKey: string, entry: KitEntry): Promise<string> {
  const { kit, n, prev, session, officer, office, at, act } = entry;
  return signJws(
    sign,
    { typ: TYP, kid: kitKey },
    {
      kit,
      n,
      ...(prev && { prev }),
      iat: toNumericDate(at),
      session,
      officer,
      office,
      act: act.kind === 'void' ? act : { ...act, ...decisionMembers(act.decision) },
    },
  );
}

const decisionMembers = (decision: FieldDecision) => ({
  decision: decision.kind,
  ...(decision.kind === 'refuse' && { reason: decision.reason }),
});

/** What the next entry names as `prev`, and under which the server keeps this one. */
export async function entryDigest(suite: Pick<Suite, 'sha256'>, compact: string): Promise<string> {
  return toBase64url(await suite.sha256(utf8(compact)));
}

/** Which kit key claims to have signed; undefined for anything that is no entry. */
export function kitEntryKey(compact: string): string | undefined {
  const jws = compact.length <= MAX_ENTRY_CHARACTERS ? parseJws(compact) : undefined;
  const kid = jws?.header.typ === TYP ? jws.header.kid : undefined;
  return typeof kid === 'string' && DIGEST.test(kid) ? kid : undefined;
}

/** The entry, when every member is there and the key's signature holds; undefined otherwise. */
export async function verifyKitEntry(
  compact: string,
  kitKey: PublicJwk,
  suite: Suite,
): Promise<KitEntry | undefined> {
  const jws = compact.length <= MAX_ENTRY_CHARACTERS ? parseJws(compact) : undefined;
  if (jws?.header.typ !== TYP || !(await verifyJws(suite, jws, kitKey))) return undefined;
  return readEntry(jws.payload);
}

function readEntry({ kit, n, prev, iat, session, officer, office, act }: JsonObject): KitEntry | undefined {
  const ids = [kit, session, officer, office];
  if (!ids.every((id) => typeof id === 'string' && UUID.test(id))) return undefined;
  if (!isNumber(n) || !isNumericDate(iat)) return undefined;
  // The first has none before it, and every other has one.
  if (n === 1 ? prev !== undefined : !isDigest(prev)) return undefined;
  const read = isJsonObject(act) ? readAct(act, n) : undefined;
  if (!read) return undefined;
  return {
    kit: kit as KitId,
    n,
    prev: (prev as string | undefined) ?? null,
    session: session as string,
    officer: officer as string,
    office: office as string,
    at: fromNumericDate(iat),
    act: read,
  };
}

function readAct(act: JsonObject, ownNumber: number): KitAct | undefined {
  if (act.kind === 'void') {
    const reason = VOID_REASONS.find((known) => known === act.reason);
    return reason && isNumber(act.n) && act.n < ownNumber ? { kind: 'void', n: act.n, reason } : undefined;
  }
  const { application, photo, record, card } = act;
  const decision = readDecision(act);
  if (act.kind !== 'decision' || !decision || typeof application !== 'string') return undefined;
  if (!(photo === null || isDigest(photo)) || !(record === null || typeof record === 'string'))
    return undefined;
  if (!(card === null || (Number.isSafeInteger(card) && (card as number) >= 0))) return undefined;
  // Whoever is accepted was photographed, and only they get a card.
  if (decision.kind === 'confirmOnDesk' ? photo === null : card !== null) return undefined;
  return { kind: 'decision', application, photo, record, decision, card: card as number | null };
}

function readDecision({ decision, reason }: JsonObject): FieldDecision | undefined {
  if (decision === 'confirmOnDesk') return { kind: decision };
  const known = DECISION_REASONS.find((candidate) => candidate === reason);
  return decision === 'refuse' && known ? { kind: 'refuse', reason: known } : undefined;
}

const isDigest = (value: unknown): value is string => typeof value === 'string' && DIGEST.test(value);
const isNumber = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= NUMBERS_TO;
