import { createHash, randomBytes } from 'node:crypto';
import type { KiaOffer, KiaPartner } from '@jatidiri/core/kia/model.ts';
import { holdsOn } from '@jatidiri/core/kia/offers.ts';
import type { KiaRefusalCode } from '@jatidiri/core/kia/refusals.ts';
import type {
  KiaOfferRequest,
  KiaPartnerRequest,
  KiaPartnersReply,
  OffersReply,
} from '@jatidiri/core/kia/wire.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor } from '@jatidiri/core/office/rules.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import {
  changePartner,
  insertPartner,
  isPartnerTaken,
  lockOffer,
  lockPartner,
  offersOf,
  partnersIn,
  putOffer,
} from './offerStore.ts';

export interface PartnerDeps extends Tracing {
  readonly database: Database;
  readonly wilayah: WilayahTree;
}

type Done<T = undefined> = Result<T, Refusal<KiaRefusalCode>>;

/** Writes down an agreement with a partner; the answer is the code of its counter, which is shown once. */
export function agree(
  deps: PartnerDeps,
  officer: Officer,
  request: KiaPartnerRequest,
): Promise<Done<string>> {
  return keepAgreement(deps, officer, request).catch((error: unknown) => {
    // The same was on its way a moment before: now it is there.
    if (!isPartnerTaken(error)) throw error;
    return keepAgreement(deps, officer, request);
  });
}

function keepAgreement(
  deps: PartnerDeps,
  officer: Officer,
  request: KiaPartnerRequest,
): Promise<Done<string>> {
  return deps.database.write(async (sql): Promise<Done<string>> => {
    const { region, from, to } = request;
    if (deps.wilayah.find(region)?.validUntil !== null || !answersFor(officer, region))
      return refuse({ code: 'kia/region-not-yours', field: 'region' });
    if (to < from) return refuse({ code: 'kia/days-contradictory', field: 'to' });
    const { code, hash } = newCounter();
    const known = await lockPartner(sql, request.id);
    if (known && !answersFor(officer, known.region)) return refuse({ code: 'kia/region-not-yours' });
    const entry = await note(deps, sql, officer, 'agreed', request.id);
    if (known) changePartner(sql, known, hash, entry);
    else insertPartner(sql, { ...request, ended: false }, hash, entry);
    return ok(code);
  });
}

/** Gives a partner's counter another code: the one before works no longer. */
export function renewCounter(deps: PartnerDeps, officer: Officer, id: string): Promise<Done<string>> {
  return withPartner(deps, officer, id, async (sql, partner) => {
    const { code, hash } = newCounter();
    changePartner(sql, partner, hash, await note(deps, sql, officer, 'counter-renewed', id));
    return ok(code);
  });
}

/** Ends an agreement before its last day: its offers are over at once. */
export function endAgreement(deps: PartnerDeps, officer: Officer, id: string): Promise<Done> {
  return withPartner(deps, officer, id, async (sql, partner) => {
    const entry = await note(deps, sql, officer, 'ended', id);
    changePartner(sql, { ...partner, ended: true }, null, entry);
    return ok(undefined);
  });
}

export function addOffer(
  deps: PartnerDeps,
  officer: Officer,
  partner: string,
  request: KiaOfferRequest,
): Promise<Done> {
  return withPartner(deps, officer, partner, async (sql, { to }) => {
    if (request.to < request.from || request.to > to)
      return refuse({ code: 'kia/days-contradictory', field: 'to' });
    if (await lockOffer(sql, request.id)) return ok(undefined);
    const entry = await note(deps, sql, officer, 'offer-added', partner, request.id);
    putOffer(sql, { ...request, partner, withdrawn: false }, entry);
    return ok(undefined);
  });
}

export function withdrawOffer(deps: PartnerDeps, officer: Officer, id: string): Promise<Done> {
  return deps.database.write(async (sql): Promise<Done> => {
    const offer = await lockOffer(sql, id);
    const partner = offer && (await lockPartner(sql, offer.partner));
    if (!partner) return refuse({ code: 'kia/offer-unknown' });
    if (!answersFor(officer, partner.region)) return refuse({ code: 'kia/region-not-yours' });
    const entry = await note(deps, sql, officer, 'offer-withdrawn', partner.id, id);
    putOffer(sql, { ...offer, withdrawn: true }, entry);
    return ok(undefined);
  });
}

/** The partners of an office's region with their offers, and how often each was used. */
export async function listPartners(deps: PartnerDeps, officer: Officer): Promise<KiaPartnersReply> {
  const { partners, offers } = await partnersAndOffers(deps, officer.office.wilayah);
  return {
    partners: partners.map((partner) => ({
      ...partner,
      regionName: nameOf(deps, partner.region),
      offers: offers.filter((offer) => offer.partner === partner.id).map(({ partner: _, ...offer }) => offer),
    })),
  };
}

/** What holds today in a region, for every family to see. */
export async function listOffers(deps: PartnerDeps, region: WilayahCode): Promise<OffersReply> {
  const today = dayInKaltim(deps.now());
  const { partners, offers } = await partnersAndOffers(deps, region);
  const byId = new Map(partners.map((partner) => [partner.id, partner]));
  return {
    offers: offers.flatMap((offer) => {
      const partner = byId.get(offer.partner)!;
      if (!holdsOn(offer, partner, today)) return [];
      return { ...shown(offer), partner: partner.name, regionName: nameOf(deps, partner.region) };
    }),
  };
}

/** An offer as anybody may see it. */
export function shown({ id, title, terms, from, to, band }: KiaOffer) {
  return { id, title, terms, from, to, band };
}

async function partnersAndOffers({ database }: PartnerDeps, region: WilayahCode) {
  return database.snapshot(async (sql) => {
    const partners = await partnersIn(sql, region);
    return {
      partners,
      offers: await offersOf(
        sql,
        partners.map(({ id }) => id),
      ),
    };
  });
}

const nameOf = ({ wilayah }: PartnerDeps, region: WilayahCode): string =>
  wilayah.find(region)?.name ?? region;

function withPartner<T>(
  deps: PartnerDeps,
  officer: Officer,
  id: string,
  work: (sql: Sql, partner: KiaPartner) => Promise<Done<T>>,
): Promise<Done<T>> {
  return deps.database.write(async (sql): Promise<Done<T>> => {
    const partner = await lockPartner(sql, id);
    if (!partner) return refuse({ code: 'kia/partner-unknown' });
    return answersFor(officer, partner.region)
      ? work(sql, partner)
      : refuse({ code: 'kia/region-not-yours' });
  });
}

function note(
  deps: Tracing,
  sql: Sql,
  officer: Officer,
  what: string,
  partner: string,
  offer: string | null = null,
) {
  return append(deps, sql, {
    kind: `kia/partner-${what}`,
    subject: null,
    actor: officerActor(officer),
    details: { partner, offer },
  });
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 130 random bits, of which the database keeps the hash. */
function newCounter(): { readonly code: string; readonly hash: Buffer } {
  const code = Array.from(randomBytes(26), (byte) => BASE32[byte & 31]).join('');
  return { code, hash: hashOf(code) };
}

export const hashOf = (counter: string): Buffer => createHash('sha256').update(counter).digest();
