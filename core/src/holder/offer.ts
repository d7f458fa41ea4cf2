import { ok, type Result, refuse } from '../kit/result.ts';
import { type CredentialOffer, PRE_AUTHORIZED_CODE, parseOffer, readOfferLink } from '../openid4vci/offer.ts';
import { parseAddress, parseIdentifier } from './address.ts';
import { getJson, isSuccess, type Send } from './http.ts';
import type { ReceiveRefusal } from './receiveRefusals.ts';

type PreAuthorized = NonNullable<NonNullable<CredentialOffer['grants']>[typeof PRE_AUTHORIZED_CODE]>;

/** How the wallet may come to its access token. */
export type OfferedGrant =
  | {
      readonly kind: 'preAuthorized';
      readonly code: string;
      /** How the transaction code looks that the resident has from another channel; there is none when absent. */
      readonly txCode?: NonNullable<PreAuthorized['tx_code']>;
      readonly server?: string;
    }
  | { readonly kind: 'authorizationCode'; readonly issuerState?: string; readonly server?: string };

export interface Offer {
  /** The credential issuer's identifier, as it was spelled. */
  readonly issuer: string;
  readonly configurationIds: readonly string[];
  /** The pre-authorized code when both are offered: it costs the resident one step less. */
  readonly grant: OfferedGrant;
}

/**
 * Reads a credential offer from its link, by value or by reference (OpenID4VCI 1.0 section 4.1). An offer is not
 * authenticated (section 13.3), so a reference must at least lead to the host of the issuer that it names.
 */
export async function readOffer(send: Send, link: string): Promise<Result<Offer, ReceiveRefusal>> {
  const read = readOfferLink(link.trim());
  if (!read) return refuse({ code: 'receive/offer-malformed' });
  if (read.kind === 'value') return toOffer(read.offer);

  const address = parseAddress(read.uri);
  if (!address) return refuse({ code: 'receive/offer-malformed' });
  const reply = await send(getJson(address.href));
  if (!reply) return refuse({ code: 'receive/unreachable' });
  const offer = isSuccess(reply) ? toOffer(parseOffer(reply.body)) : refuse(MALFORMED);
  if (offer.ok && new URL(offer.value.issuer).hostname !== address.hostname) {
    return refuse({ code: 'receive/offer-host' });
  }
  return offer;
}

const MALFORMED: ReceiveRefusal = { code: 'receive/offer-malformed' };

function toOffer(offer: CredentialOffer | undefined): Result<Offer, ReceiveRefusal> {
  if (!offer || !parseIdentifier(offer.credential_issuer)) return refuse(MALFORMED);
  const { credential_issuer: issuer, credential_configuration_ids: configurationIds, grants = {} } = offer;
  if (new Set(configurationIds).size < configurationIds.length) return refuse(MALFORMED);
  return ok({ issuer, configurationIds, grant: preferredGrant(grants) });
}

function preferredGrant(grants: NonNullable<CredentialOffer['grants']>): OfferedGrant {
  const { authorization_code: byCode, [PRE_AUTHORIZED_CODE]: preAuthorized } = grants;
  if (preAuthorized) {
    const { 'pre-authorized_code': code, tx_code: txCode, authorization_server: server } = preAuthorized;
    return { kind: 'preAuthorized', code, ...(txCode && { txCode }), ...(server && { server }) };
  }
  const { issuer_state: issuerState, authorization_server: server } = byCode ?? {};
  return { kind: 'authorizationCode', ...(issuerState && { issuerState }), ...(server && { server }) };
}
