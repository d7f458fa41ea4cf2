import type { FaceFinding } from '@jatidiri/core/activation/model.ts';
import { ComparisonReply, LookupReply } from '@jatidiri/core/activation/wire.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

/** Whoever stands at the desk: application, record, and the selfie as it was received. Kept in memory alone. */
export interface Applicant extends LookupReply {
  readonly selfie: Selfie | undefined;
  /** The photograph of the recording; undefined where there is none. */
  readonly photograph: Blob | undefined;
  /** What the comparison of the two came to; undefined when it could not be made now. */
  readonly finding: FaceFinding | undefined;
}

export interface Selfie {
  readonly image: Blob;
  /** SHA-256 (base64url) of the very bytes that are shown: the decision is signed over it. */
  readonly digest: string;
}

/** The application behind a scanned QR, with everything that the officer compares. */
export async function lookUp(session: Session, qr: string): Promise<Result<Applicant, ApiRefusal>> {
  const found = await session.call({
    method: 'POST',
    path: '/api/activation/lookups',
    body: { qr },
    parse: (body) => v.parse(LookupReply, body),
  });
  if (!found.ok) return found;
  if (found.value.activation.selfie === null)
    return ok({ ...found.value, selfie: undefined, photograph: undefined, finding: undefined });
  const { id } = found.value.activation;
  const [selfie, photograph, finding] = await Promise.all([
    loadSelfie(session, id),
    loadPhotograph(session, id),
    compare(session, id),
  ]);
  return selfie.ok ? ok({ ...found.value, selfie: selfie.value, photograph, finding }) : selfie;
}

// What stands beside the selfie helps; without it the officer decides as before.

async function loadPhotograph(session: Session, id: string): Promise<Blob | undefined> {
  const loaded = await session.call({
    method: 'GET',
    path: `/api/activation/applications/${id}/photograph`,
    reply: 'blob',
    parse: (body) => v.parse(v.instance(Blob), body),
  });
  return loaded.ok && loaded.value.size > 0 ? loaded.value : undefined;
}

const LONGEST_COMPARISON_MS = 8_000;

async function compare(session: Session, id: string): Promise<FaceFinding | undefined> {
  const compared = await session.call({
    method: 'POST',
    path: `/api/activation/applications/${id}/comparison`,
    timeoutMs: LONGEST_COMPARISON_MS,
    parse: (body) => v.parse(ComparisonReply, body),
  });
  return compared.ok ? compared.value.finding : undefined;
}

/** Loaded once and shown from memory: every reading of a selfie is an entry in the resident's trail. */
async function loadSelfie(session: Session, id: string): Promise<Result<Selfie, ApiRefusal>> {
  const loaded = await session.call({
    method: 'GET',
    path: `/api/activation/applications/${id}/selfie`,
    reply: 'blob',
    parse: (body) => v.parse(v.instance(Blob), body),
  });
  if (!loaded.ok) return loaded;
  const image = loaded.value;
  const digest = await crypto.subtle.digest('SHA-256', await image.arrayBuffer());
  return ok({ image, digest: toBase64url(new Uint8Array(digest)) });
}
