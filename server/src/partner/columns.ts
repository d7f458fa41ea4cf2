import type {
  Application,
  Client,
  ClientId,
  ClientJwk,
  Environment,
  Partner,
  PartnerId,
  PartnerState,
  PriceClass,
  Scope,
  Standing,
} from '@jatidiri/core/partner/model.ts';

export interface PartnerRow {
  id: string;
  name: string;
  price_class: PriceClass;
  application: Application;
  state: PartnerState['kind'];
  reason: string | null;
  suspended_from: Standing | null;
  applied_at: Date;
  demo: boolean;
}

export const PARTNER_COLUMNS =
  'id, name, price_class, application, state, reason, suspended_from, applied_at, demo';

export function toPartner(row: PartnerRow): Partner {
  const { id, name, application, demo } = row;
  return {
    id: id as PartnerId,
    name,
    priceClass: row.price_class,
    application,
    state: toState(row),
    appliedAt: row.applied_at,
    demo,
  };
}

function toState({ state, reason, suspended_from }: PartnerRow): PartnerState {
  switch (state) {
    case 'refused':
    case 'ended':
      return { kind: state, reason: reason! };
    case 'suspended':
      return { kind: state, reason: reason!, from: suspended_from! };
    default:
      return { kind: state };
  }
}

/** `state`, `reason` and `suspended_from`. */
export function stateValues(state: PartnerState): [string, string | null, string | null] {
  return [
    state.kind,
    'reason' in state ? state.reason : null,
    state.kind === 'suspended' ? state.from : null,
  ];
}

export interface ClientRow {
  client_id: string;
  partner: string;
  environment: Environment;
  client_name: string;
  jwks: { keys: ClientJwk[] } | null;
  jwks_uri: string | null;
  redirect_uris: string[];
  scopes: Scope[];
  removed: boolean;
}

/** Prefixed, so that one statement can ask for a client and its partner. */
export const CLIENT_COLUMNS = `partner_client.id as client_id, partner_client.partner, environment, partner_client.name as client_name,
  jwks, jwks_uri, redirect_uris, scopes, removed`;

export function toClient(row: ClientRow): Client {
  return {
    id: row.client_id as ClientId,
    partner: row.partner as PartnerId,
    environment: row.environment,
    name: row.client_name,
    keys: row.jwks ? { kind: 'jwks', keys: row.jwks.keys } : { kind: 'uri', uri: row.jwks_uri! },
    redirectUris: row.redirect_uris,
    scopes: row.scopes,
    removed: row.removed,
  };
}
