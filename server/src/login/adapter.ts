import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { Database } from '../platform/db/database.ts';
import {
  type Artifact,
  consumeArtifact,
  deleteArtifact,
  digestOf,
  findArtifact,
  findByUid,
  findByUserCode,
  insertArtifact,
  revokeGrant,
  type StoredArtifact,
  upsertArtifact,
} from './artifactStore.ts';
import type { FindClient } from './clients.ts';
import { toMetadata } from './metadata.ts';

export interface AdapterDeps {
  readonly database: Database;
  readonly findClient: FindClient;
  /** A backchannel request learns what was answered when its client asks. */
  readonly settleBackchannel: (payload: AdapterPayload) => Promise<AdapterPayload>;
}

/** Looked for by their own value alone, so that its digest is enough; sessions and device codes have other names too. */
const BEARERS = new Set(['AccessToken', 'RefreshToken', 'AuthorizationCode', 'PushedAuthorizationRequest']);
const KEPT_AFTER_EXPIRY_MS = 60_000;
const NEVER = new Date('9999-12-31T00:00:00Z');

/** The provider's storage on PostgreSQL: one table, and clients that are read anew for every request. */
export function adapterFor(deps: AdapterDeps): (kind: string) => Adapter {
  return (kind) => (kind === 'Client' ? clientAdapter(deps) : artifactAdapter(deps, kind));
}

function artifactAdapter({ database, settleBackchannel }: AdapterDeps, kind: string): Adapter {
  const sql = database.read;
  const settled = async (payload: AdapterPayload | undefined) =>
    payload && kind === 'BackchannelAuthenticationRequest' ? settleBackchannel(payload) : payload;
  return {
    async upsert(id, payload, expiresIn) {
      const artifact = toArtifact(kind, id, payload, expiresIn);
      if (kind !== 'ReplayDetection') return upsertArtifact(sql, artifact);
      if (!(await insertArtifact(sql, artifact)))
        throw new errors.InvalidRequest('this proof was used before');
      return undefined;
    },
    find: async (id) => settled(toPayload(await findArtifact(sql, kind, digestOf(id)), id)),
    findByUid: async (uid) => toPayload(await findByUid(sql, kind, uid)),
    findByUserCode: async (code) => toPayload(await findByUserCode(sql, kind, code)),
    async consume(id) {
      // Two that redeem one code at the same moment: the second is told as one that came later.
      if (!(await consumeArtifact(sql, kind, digestOf(id), new Date())))
        throw new errors.InvalidGrant('it was used before');
    },
    destroy: (id) => deleteArtifact(sql, kind, digestOf(id)),
    revokeByGrantId: (grantId) => revokeGrant(sql, kind, grantId),
  };
}

function clientAdapter({ findClient }: AdapterDeps): Adapter {
  const readOnly = async () => {
    throw new TypeError('clients are registered elsewhere');
  };
  return {
    async find(id) {
      const client = await findClient(id);
      return client && (toMetadata(client) as AdapterPayload);
    },
    upsert: readOnly,
    findByUid: readOnly,
    findByUserCode: readOnly,
    consume: readOnly,
    destroy: readOnly,
    revokeByGrantId: readOnly,
  };
}

function toArtifact(kind: string, id: string, payload: AdapterPayload, expiresIn?: number): Artifact {
  const { jti, ...anonymous } = payload;
  return {
    kind,
    id: digestOf(id),
    payload: BEARERS.has(kind) ? anonymous : payload,
    grantId: payload.grantId ?? null,
    uid: payload.uid ?? null,
    userCode: payload.userCode ?? null,
    expiresAt: expiresIn ? new Date(Date.now() + expiresIn * 1000 + KEPT_AFTER_EXPIRY_MS) : NEVER,
  };
}

function toPayload(stored: StoredArtifact | undefined, id?: string): AdapterPayload | undefined {
  if (!stored) return undefined;
  const { payload, consumedAt } = stored;
  return {
    ...payload,
    ...(id === undefined ? {} : { jti: id }),
    ...(consumedAt ? { consumed: Math.floor(consumedAt.getTime() / 1000) } : {}),
  };
}
