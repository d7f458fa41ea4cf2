import { join } from 'node:path';
import { addYears, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { standardPrices } from '@jatidiri/core/partner/agreement.ts';
import {
  type AgreementId,
  type Client,
  type ClientId,
  ENVIRONMENTS,
  type Partner,
  type PartnerId,
  type PriceClass,
  type Purpose,
  type Scope,
} from '@jatidiri/core/partner/model.ts';
import type { DemoInstitutions } from '@jatidiri/core/partner/portalWire.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { invitationDigest } from '../platform/secret.ts';
import { insertAgreement } from './agreementStore.ts';
import { changePartner } from './changePartner.ts';
import { findStanding, insertClient, replaceClient } from './clientStore.ts';
import { type DemoKey, obtainDemoKeys } from './demoKeys.ts';
import { insertPartner, listPartners } from './partnerStore.ts';
import { insertInvitation } from './representative/passkeyStore.ts';

/** An invented institution that has gone the whole way: its clients are `<slug>-sandbox` and `<slug>-production`. */
export interface DemoPartner {
  readonly slug: string;
  readonly name: string;
  readonly priceClass: PriceClass;
  readonly domain: string;
  readonly redirectUris: readonly string[];
  readonly quotaPerMonth: number;
  readonly nameThreshold: number;
  readonly scopes: readonly Scope[];
  readonly purposes: readonly Purpose[];
}

export interface DemoPartnerDeps extends Tracing {
  readonly database: Database;
  readonly dataDir: string;
  readonly pricePerNik: number;
}

const BY_DEMO = { kind: 'system', task: 'demo' } as const;
const AGREED_YEARS = 3;

/** Makes them where they are missing, and lets a client have the key that lies in `DATA_DIR/demo-partners`. Idempotent. */
export async function createDemoPartners(
  deps: DemoPartnerDeps,
  partners: readonly DemoPartner[],
): Promise<void> {
  for (const partner of partners) {
    const clientIds = ENVIRONMENTS.map((environment) => `${partner.slug}-${environment}`);
    const keys = obtainDemoKeys(join(deps.dataDir, 'demo-partners', `${partner.slug}.json`), clientIds);
    await deps.database.write(async (sql) => {
      const known = await findStanding(sql, clientIds[0]!);
      if (!known) return createDemoPartner(deps, sql, partner, keys);
      for (const key of keys) await renewKey(deps, sql, key);
    });
  }
}

async function createDemoPartner(
  deps: DemoPartnerDeps,
  sql: Sql,
  demo: DemoPartner,
  keys: readonly DemoKey[],
): Promise<void> {
  const now = deps.now();
  const partner: Partner = {
    id: deps.newId() as PartnerId,
    name: demo.name,
    priceClass: demo.priceClass,
    application: {
      registrationNumber: 'CONTOH',
      taxNumber: 'CONTOH',
      domain: demo.domain,
      purposes: demo.purposes,
      scopes: demo.scopes,
    },
    state: { kind: 'active' },
    appliedAt: now,
    demo: true,
  };
  const terms = {
    purposes: demo.purposes,
    scopes: demo.scopes,
    nameThreshold: demo.nameThreshold,
    quotaPerMonth: demo.quotaPerMonth,
    prices: standardPrices(demo.priceClass, deps.pricePerNik),
    endsOn: addYears(dayInKaltim(now), AGREED_YEARS),
  };
  const agreement = deps.newId() as AgreementId;
  const entry = await append(deps, sql, {
    kind: 'partner/demo-partner-added',
    subject: null,
    actor: BY_DEMO,
    details: { partner: partner.id, agreement, clients: keys.map(({ client_id }) => client_id) },
  });
  await insertPartner(sql, partner, entry);
  await insertAgreement(
    sql,
    { id: agreement, partner: partner.id, state: 'inForce', terms, offeredAt: now },
    entry,
  );
  for (const key of keys) await insertClient(sql, clientOf(partner, demo, key), entry);
  const codeDigest = invitationDigest(demoCode(demo));
  await insertInvitation(sql, { codeDigest, partner: partner.id, expiresAt: null }, entry);
}

/** Once the installation is in earnest they are nobody: their keys lie about in examples. Returns how many ended. */
export async function endDemoPartners(deps: Tracing & { readonly database: Database }): Promise<number> {
  const demo = (await listPartners(deps.database.read)).filter((partner) => partner.demo);
  const ended = { kind: 'ended', reason: 'Demonstrasi selesai' } as const;
  const done = await Promise.all(demo.map(({ id }) => changePartner(deps, id, ended, BY_DEMO)));
  return done.filter(({ ok }) => ok).length;
}

/** Their names, with the codes that let anybody in. */
export async function listDemoInstitutions({ database }: { database: Database }): Promise<DemoInstitutions> {
  const partners = (await listPartners(database.read)).filter(({ demo }) => demo);
  return partners.map(({ name, application }) => ({ name, code: demoCode(application) }));
}

/** `DEMO-CLINIC`: with it anybody becomes a representative, as often as they like. */
const demoCode = ({ domain }: Pick<DemoPartner, 'domain'>): string =>
  `DEMO-${domain.split('.')[0]!.toUpperCase()}`;

function clientOf({ id, name }: Partner, demo: DemoPartner, { client_id, jwk }: DemoKey): Client {
  const environment = ENVIRONMENTS.find((one) => client_id.endsWith(`-${one}`))!;
  return {
    id: client_id as ClientId,
    partner: id,
    environment,
    name: `${name} (${environment})`,
    keys: { kind: 'jwks', keys: [publicPart(jwk)] },
    redirectUris: demo.redirectUris,
    scopes: demo.scopes,
    removed: false,
  };
}

/** A new data folder has new keys; the database may be an old one. */
async function renewKey(deps: DemoPartnerDeps, sql: Sql, { client_id, jwk }: DemoKey): Promise<void> {
  const known = await findStanding(sql, client_id);
  if (!known || known.client.keys.kind === 'uri' || known.client.keys.keys[0]?.kid === jwk.kid) return;
  const entry = await append(deps, sql, {
    kind: 'partner/client-changed',
    subject: null,
    actor: BY_DEMO,
    details: { partner: known.partner.id, client: client_id },
  });
  await replaceClient(sql, { ...known.client, keys: { kind: 'jwks', keys: [publicPart(jwk)] } }, entry);
}

const publicPart = ({ d: _, ...shown }: DemoKey['jwk']) => shown;
