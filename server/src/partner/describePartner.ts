import { toPem } from '@jatidiri/core/chain/createCertificate.ts';
import { toHex, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { standardPrices } from '@jatidiri/core/partner/agreement.ts';
import { agreementDeed, type Deed, deedOfText, deedText, memorandum } from '@jatidiri/core/partner/deeds.ts';
import type { Client, Partner, PartnerState, Purpose } from '@jatidiri/core/partner/model.ts';
import type {
  AgreementTermsWire,
  AgreementView,
  ClientView,
  DeedView,
  PartnerOverview,
} from '@jatidiri/core/partner/portalWire.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { sha256 } from '../platform/keys/keyedCrypto.ts';
import { listOwnAccess } from './accessCertificateStore.ts';
import { findAgreementIn, type KeptAgreement } from './agreementStore.ts';
import { type Acceptance, listAcceptances } from './application/acceptanceStore.ts';
import { listDocuments } from './application/documentStore.ts';
import { goLiveSteps } from './client/goLiveSteps.ts';
import { listClients } from './clientStore.ts';
import { findPartner } from './partnerStore.ts';
import { listRepresentatives } from './representative/representativeStore.ts';
import { readUsage } from './statement/readUsage.ts';

interface DescribingDeps {
  readonly database: Database;
  readonly now: () => Date;
  /** Rupiah, as the installation is configured. */
  readonly pricePerNik: number;
}

/** Everything about one institution, for its own people and for the ministry; undefined when there is none. */
export async function describePartner(
  { database, now, pricePerNik }: DescribingDeps,
  id: string,
): Promise<PartnerOverview | undefined> {
  return database.snapshot(async (sql) => {
    const partner = await findPartner(sql, id);
    return partner && describe(sql, partner, pricePerNik, now());
  });
}

async function describe(
  sql: Sql,
  partner: Partner,
  pricePerNik: number,
  now: Date,
): Promise<PartnerOverview> {
  const { registrationNumber, taxNumber, domain, scopes, purposes } = partner.application;
  const people = await listRepresentatives(sql, partner.id);
  const documents = await listDocuments(sql, partner.id);
  const acceptances = await listAcceptances(sql, partner.id);
  const offered = await findAgreementIn(sql, partner.id, 'offered');
  const inForce = await findAgreementIn(sql, partner.id, 'inForce');
  const clients = await listClients(sql, partner.id);
  const certificates = await listOwnAccess(sql, partner.id, now);
  return {
    ...summarise(partner),
    registrationNumber,
    taxNumber,
    domain,
    scopes: [...scopes],
    purposes: purposes.map(toPurposeView),
    representatives: people.map(({ name, email }) => ({ name: name.reveal(), email: email.reveal() })),
    documents: documents.map(({ addedAt, ...line }) => ({ ...line, addedAt: addedAt.toISOString() })),
    memorandum: await describeDeed(
      memorandum(partner),
      acceptances.find(({ agreement }) => agreement === null),
    ),
    offered: offered ? await describeAgreement(partner, offered, acceptances) : null,
    inForce: inForce ? await describeAgreement(partner, inForce, acceptances) : null,
    clients: clients.map(({ client }) => toClientView(client)),
    certificates: certificates.map(({ sha256: digest, der, dnsNames, notAfter }) => ({
      sha256: toHex(digest),
      pem: toPem(der),
      dnsNames: [...dnsNames],
      notAfter: notAfter.toISOString(),
    })),
    usualPrices: standardPrices(partner.priceClass, pricePerNik),
    goLive: goLiveSteps(partner, inForce, clients, now),
    usage: await readUsage(sql, partner.id),
  };
}

export function summarise({ id, name, priceClass, state, appliedAt }: Partner) {
  return { id, name, priceClass, state: toStateView(state), appliedAt: appliedAt.toISOString() };
}

const toStateView = (state: PartnerState) => ({
  kind: state.kind,
  ...('reason' in state && { reason: state.reason }),
});

async function describeAgreement(
  partner: Partner,
  { id, terms }: KeptAgreement,
  acceptances: readonly Acceptance[],
): Promise<AgreementView> {
  const accepted = acceptances.find(({ agreement }) => agreement === id);
  const wire: AgreementTermsWire = {
    ...terms,
    purposes: terms.purposes.map(toPurposeView),
    scopes: [...terms.scopes],
  };
  return { id, terms: wire, deed: await describeDeed(agreementDeed(partner, terms), accepted) };
}

/** What was accepted stands as it was; what is still to be accepted, as we would write it now. */
async function describeDeed(current: Deed, accepted: Acceptance | undefined): Promise<DeedView> {
  const text = accepted?.text ?? deedText(current);
  const { title, articles } = accepted ? deedOfText(text) : current;
  return {
    title,
    articles: [...articles],
    sha256: toHex(await sha256(utf8(text))),
    accepted: accepted ? { at: accepted.acceptedAt.toISOString(), by: accepted.by } : null,
  };
}

const toPurposeView = ({ id, text, attributes }: Purpose) => ({
  id,
  text: { ...text },
  attributes: [...attributes],
});

const toClientView = ({ id, environment, name, keys, redirectUris, scopes }: Client): ClientView => ({
  id,
  environment,
  name,
  keys: keys.kind === 'jwks' ? keys.keys.length : keys.uri,
  redirectUris: [...redirectUris],
  scopes: [...scopes],
});
