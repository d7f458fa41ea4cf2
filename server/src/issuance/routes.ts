import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import {
  FamilyCredentialsReply,
  KiaPassesReply,
  KiaPassesRequest,
} from '@jatidiri/core/issuance/familyWire.ts';
import { issuanceRefusals } from '@jatidiri/core/issuance/refusals.ts';
import { ikdTypeMetadata, kiaTypeMetadata, kkTypeMetadata } from '@jatidiri/core/issuance/typeMetadata.ts';
import {
  CredentialReply,
  OfferReply,
  StatusListParams,
  TrustReply,
  TypeMetadataReply,
} from '@jatidiri/core/issuance/wire.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import { FAMILY_CONFIGURATIONS, IKD_CONFIGURATIONS } from '@jatidiri/core/openid4vci/configurations.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import type { IssuanceDeps } from './deps.ts';
import { issueFamily } from './issueFamily.ts';
import { issueIkd } from './issueIkd.ts';
import { issuePasses } from './issuePasses.ts';
import { type AuthorizationEndpointDeps, authorizationRoutes } from './openid4vci/authorizationRoutes.ts';
import { credentialRoutes } from './openid4vci/credentialRoutes.ts';
import { metadataRoutes } from './openid4vci/metadataRoutes.ts';
import { offerRoutes } from './openid4vci/offerRoutes.ts';
import { offerToHandset } from './openid4vci/offerToHandset.ts';
import { tokenRoutes } from './openid4vci/tokenRoutes.ts';
import { readTrust } from './readTrust.ts';
import { statusLists, TTL_SECONDS } from './statusLists.ts';

const MAY_BE_KEPT = `public, max-age=${TTL_SECONDS}`;

const TYPES = { ikd: ikdTypeMetadata, kia: kiaTypeMetadata, kk: kkTypeMetadata };

/** What wallets fetch for themselves, and what any verifier in the world may fetch. */
export function issuanceRoutes(
  app: FastifyInstance,
  deps: IssuanceDeps & Pick<AuthorizationEndpointDeps, 'demoResident'>,
): void {
  metadataRoutes(app, deps);
  offerRoutes(app, deps);
  authorizationRoutes(app, deps);
  tokenRoutes(app, deps);
  credentialRoutes(app, deps);
  const publishedList = statusLists(deps);

  serve(app, {
    method: 'POST',
    path: '/api/issuance/credential',
    summary: 'The IKD of the identity that is active on this handset: issued, or renewed',
    caller: 'device',
    reply: CredentialReply,
    refusals: { ...issuanceRefusals, ...deviceRefusals },
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      return device.ok ? issueIkd(deps, device.value) : device;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/issuance/family',
    summary: 'The family card, and the KIA of the children for whom the holder of this handset answers',
    caller: 'device',
    reply: FamilyCredentialsReply,
    refusals: { ...issuanceRefusals, ...deviceRefusals },
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      return device.ok ? issueFamily(deps, device.value) : device;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/issuance/family/passes',
    summary: 'Passes of a child’s KIA for a counter, each bound to a key of its own and shown once',
    caller: 'device',
    body: KiaPassesRequest,
    reply: KiaPassesReply,
    refusals: { ...issuanceRefusals, ...deviceRefusals },
    handle: async ({ body, request }) => {
      const device = await requireDevice(deps, request);
      return device.ok ? issuePasses(deps, device.value, body) : device;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/issuance/offer',
    summary: 'A credential offer (OpenID4VCI) for the identity that is active on this handset',
    caller: 'device',
    reply: OfferReply,
    refusals: { ...issuanceRefusals, ...deviceRefusals },
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      return device.ok ? offerToHandset(deps, device.value, IKD_CONFIGURATIONS) : device;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/issuance/family/offer',
    summary:
      'A credential offer (OpenID4VCI) of the family card and the children’s KIA, for any wallet of the guardian',
    caller: 'device',
    reply: OfferReply,
    refusals: { ...issuanceRefusals, ...deviceRefusals },
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      return device.ok ? offerToHandset(deps, device.value, FAMILY_CONFIGURATIONS) : device;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/issuance/trust',
    summary: 'What a verifier takes along: root certificates, issuers, addresses of the status lists',
    caller: 'anyone',
    reply: TrustReply,
    refusals: {},
    handle: async ({ reply }) => {
      const trust = await readTrust(deps);
      openToAll(reply, 'no-cache');
      return ok(trust);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/issuance/status-lists/{number}',
    summary: 'A Status List Token (application/statuslist+jwt): which credentials are revoked',
    caller: 'anyone',
    params: StatusListParams,
    status: 200,
    refusals: issuanceRefusals,
    handle: async ({ params, request, reply }) => {
      const list = await publishedList(params.number);
      if (!list) return refuse({ code: 'issuance/status-list-unknown' });
      openToAll(reply, MAY_BE_KEPT);
      reply.header('etag', list.etag);
      if (request.headers['if-none-match'] === list.etag) reply.code(304).send();
      else reply.type('application/statuslist+jwt').send(list.token);
      return ok(undefined);
    },
  });

  for (const [type, metadata] of Object.entries(TYPES))
    serve(app, {
      method: 'GET',
      path: `/api/issuance/types/${type}`,
      summary: `SD-JWT VC Type Metadata of the ${type.toUpperCase()}, in Indonesian and English`,
      caller: 'anyone',
      reply: TypeMetadataReply,
      refusals: {},
      handle: async ({ reply }) => {
        openToAll(reply, MAY_BE_KEPT);
        return ok(metadata);
      },
    });
}

/** An answer that is the same for everybody, so that any page may read it. */
function openToAll(reply: FastifyReply, cacheControl: string): void {
  reply.header('access-control-allow-origin', '*');
  reply.header('cross-origin-resource-policy', 'cross-origin');
  reply.header('cache-control', cacheControl);
}
