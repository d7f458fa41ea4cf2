import { toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { fieldRefusals } from '@jatidiri/core/field/refusals.ts';
import {
  BadgeParams,
  BadgeStanding,
  KitKeyRequest,
  KitMove,
  KitOrderReply,
  KitParams,
  KitReply,
  KitRequest,
  ResidentsQuery,
  ResidentsReply,
} from '@jatidiri/core/field/wire.ts';
import { statusListUri } from '@jatidiri/core/issuance/wire.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { FastifyInstance } from 'fastify';
import { blockOf, readTrust } from '../issuance/index.ts';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { findSession } from '../outreach/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { BACKUP_KEY, type FieldDeps } from './deps.ts';
import { moveKit } from './moveKit.ts';
import { addKitKey, type PrepareDeps, type Prepared, prepareKit } from './prepareKit.ts';
import { readBadgeStanding } from './readBadgeStanding.ts';
import { readOrder } from './readKits.ts';
import { readResidents } from './readResidents.ts';

export type KitRouteDeps = FieldDeps & PrepareDeps & GuardDeps;

/** Ten thousand NIKs and more. */
const LIST_LIMIT_BYTES = 256 * 1024;

/** What a kit asks while it has a network, before a session. */
export function kitRoutes(app: FastifyInstance, deps: KitRouteDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/field/kits',
    summary:
      'Prepare a kit for a session: certificate, places for provisional cards, whom it expects; sent again it is the same kit',
    caller: 'officer',
    body: KitRequest,
    bodyLimitBytes: LIST_LIMIT_BYTES,
    reply: KitReply,
    refusals: fieldRefusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'field.prepare');
      if (!signedIn.ok) return signedIn;
      const { officer } = signedIn.value;
      const prepared = await prepareKit(deps, officer, body);
      return prepared.ok ? ok(await toReply(deps, officer, prepared.value)) : prepared;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/field/kits/{kit}/keys',
    summary: 'A further officer of the office, signed in on the same kit, with a key of their own',
    caller: 'officer',
    params: KitParams,
    body: KitKeyRequest,
    reply: KitReply,
    refusals: fieldRefusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'field.prepare');
      if (!signedIn.ok) return signedIn;
      const { officer } = signedIn.value;
      const prepared = await addKitKey(deps, officer, params.kit, body.key);
      return prepared.ok ? ok(await toReply(deps, officer, prepared.value)) : prepared;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/field/kits/{kit}/residents',
    summary:
      'The people whom a kit expects, page by page: each reads in the own trail that a kit carries the record',
    caller: 'officer',
    params: KitParams,
    query: ResidentsQuery,
    reply: ResidentsReply,
    refusals: fieldRefusals,
    async handle({ params, query, request }) {
      const signedIn = await requireOfficer(deps, request, 'field.prepare');
      return signedIn.ok
        ? readResidents(deps, signedIn.value.officer, params.kit, query.after ?? null)
        : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/field/kits/{kit}/order',
    summary:
      'Whether a kit has to erase itself, by its number alone: it is asked also where nobody signs in any more',
    caller: 'anyone',
    params: KitParams,
    reply: KitOrderReply,
    refusals: {},
    handle: async ({ params }) => ok(await readOrder(deps, params.kit)),
  });

  serve(app, {
    method: 'GET',
    path: '/api/field/badges/{digest}',
    summary: 'Whether the office still stands behind the badge of a kit: asked by whoever has scanned one',
    caller: 'anyone',
    params: BadgeParams,
    reply: BadgeStanding,
    refusals: {},
    handle: async ({ params }) => ok(await readBadgeStanding(deps, params.digest)),
  });

  serve(app, {
    method: 'POST',
    path: '/api/field/kits/{kit}/moves',
    summary: 'Order a kit to erase itself, report it lost, or say that it has erased itself',
    caller: 'officer',
    params: KitParams,
    body: KitMove,
    refusals: fieldRefusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'field.bringHome');
      return signedIn.ok ? moveKit(deps, signedIn.value.officer, params.kit, body) : signedIn;
    },
  });
}

async function toReply(
  deps: KitRouteDeps,
  { office, name }: Officer,
  { kit, key }: Prepared,
): Promise<KitReply> {
  const { database, issuerUri } = deps;
  const session = (await findSession(database.read, kit.session))!;
  const block = await blockOf(database.read, kit.id);
  const { place, wilayah, from, to } = session;
  return {
    kit: kit.id,
    session: { id: kit.session, place, wilayah, from, to },
    office: { id: office.id, name: office.name },
    key: {
      thumbprint: key.thumbprint,
      officer: { id: key.officer, name },
      certificate: toX5c(key.certificate),
    },
    roots: (await readTrust(deps)).roots,
    cards: { uri: block ? statusListUri(issuerUri, block.list) : '', indices: block?.indices ?? [] },
    backupKey: { kid: BACKUP_KEY, jwk: (await deps.backupKey()).publicJwk },
    serverTime: deps.now().toISOString(),
  };
}
