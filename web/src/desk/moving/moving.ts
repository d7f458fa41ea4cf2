import type { ActivationId, DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { signMoveAttestation } from '@jatidiri/core/recovery/moveAttestation.ts';
import { MoveLookupReply } from '@jatidiri/core/recovery/wire.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { newUuid } from '../../shared/newUuid.ts';
import type { DeskKey } from '../session/deviceKey.ts';
import type { Session } from '../session/session.ts';

/** Whoever stands there, the handset that is to hold the identity, and the photograph to compare with. */
export interface Movable {
  readonly found: MoveLookupReply;
  readonly photograph: Blob | undefined;
  readonly qr: string;
}

export async function lookUpMove(
  { call }: Session,
  body: { nik: string; name: string; qr: string },
): Promise<Result<Movable, ApiRefusal>> {
  const found = await call({
    method: 'POST',
    path: '/api/recovery/lookups',
    body,
    parse: (reply) => v.parse(MoveLookupReply, reply),
  });
  if (!found.ok) return found;
  const { qr } = body;
  if (!found.value.hasPhotograph) return ok({ found: found.value, photograph: undefined, qr });
  const photograph = await call({
    method: 'GET',
    path: `/api/recovery/identities/${found.value.activation}/photograph`,
    reply: 'blob',
    parse: (reply) => v.parse(v.instance(Blob), reply),
  });
  return photograph.ok ? ok({ found: found.value, photograph: photograph.value, qr }) : photograph;
}

/** The officer's signed word, sent at once: it needs a network, as the new handset does. */
export async function moveIdentity(
  { call }: Session,
  key: DeskKey,
  { officer }: SignedInOfficer,
  { found, qr }: Movable,
  at: Date,
): Promise<Result<undefined, ApiRefusal>> {
  const id = newUuid();
  const attestation = await signMoveAttestation(webSigner(crypto.subtle, key.privateKey), key.thumbprint, {
    id,
    activation: found.activation as ActivationId,
    device: found.device as DeviceThumbprint,
    officer: officer.id,
    office: officer.office.id,
    at,
  });
  return call({
    method: 'POST',
    path: '/api/recovery/attestations',
    body: { attestation, qr },
    idempotencyKey: id,
    parse: () => undefined,
  });
}
