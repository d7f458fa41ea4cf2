import { LookupReply } from '@jatidiri/core/activation/wire.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

/** Whoever stands at the desk: application, record, and the selfie as it was received. Kept in memory alone. */
export interface Applicant extends LookupReply {
  readonly selfie: Selfie | undefined;
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
  if (found.value.activation.selfie === null) return ok({ ...found.value, selfie: undefined });
  const selfie = await loadSelfie(session, found.value.activation.id);
  return selfie.ok ? ok({ ...found.value, selfie: selfie.value }) : selfie;
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
