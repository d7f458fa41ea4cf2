import { createHash } from 'node:crypto';
import type { ConsentRequest, RequestState } from '@jatidiri/core/consent/model.ts';
import { requestState } from '@jatidiri/core/consent/model.ts';
import { CONSENT_ATTRIBUTES } from '@jatidiri/core/consent/rules.ts';
import type { ConsentAsk } from '@jatidiri/core/consent/wire.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import { mayAsk, purposeOf } from '@jatidiri/core/partner/agreement.ts';
import type { PartnerId, Purpose } from '@jatidiri/core/partner/model.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { Nik, Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { askResident, readQuestion } from '../approval/index.ts';
import { append } from '../ledger/index.ts';
import type { PartnerCaller } from '../partner/index.ts';
import type { Sql } from '../platform/db/database.ts';
import type { Tries } from '../platform/tries.ts';
import { findById, findByNik } from '../registry/index.ts';
import type { Answered, ConsentDeps } from './deps.ts';
import { findRequest, insertRequest, isBlocked, isTaken } from './requestStore.ts';
import { settle } from './settle.ts';

export interface AskDeps extends ConsentDeps {
  /** How often one partner may ask one person, existing or not. */
  readonly asks: Tries;
  /** Who is behind the `sub` of a login; undefined for what is none. */
  readonly residentOf: (subject: string, partner: PartnerId) => ResidentId | undefined;
}

/** A request and how it stands, as its partner may know it. */
export interface Standing {
  readonly request: ConsentRequest;
  readonly state: RequestState;
  readonly expiresAt: Date;
}

type Named = { readonly nik: Nik } | { readonly id: ResidentId | undefined };

/**
 * Asks a resident. The answer is the same whether somebody has that NIK, has no wallet, or forbade the question: the
 * request waits, and expires.
 */
export async function askConsent(
  deps: AskDeps,
  caller: PartnerCaller,
  ask: ConsentAsk,
): Promise<Answered<Standing>> {
  const purpose = checkAsked(caller, ask);
  if (!purpose.ok) return purpose;
  const named = readSubject(deps, caller, ask);
  if (!named.ok) return named;
  const { id: partner } = caller.partner;
  const digest = createHash('sha256').update(JSON.stringify(ask)).digest();
  const known = await findRequest(deps.database.read, partner, ask.id);
  if (!known) {
    const whom = 'nik' in ask.subject ? digitsOf(ask.subject.nik) : ask.subject.sub;
    if (!(await deps.asks.take(`${partner}:${whom}`, partner, ask.id)))
      return refuse({ code: 'consent/too-many-asks' });
    await put(deps, caller, purpose.value, named.value, ask, digest).catch((error: unknown) => {
      if (!isTaken(error)) throw error;
    });
  }
  const request = (await findRequest(deps.database.read, partner, ask.id))!;
  return digest.equals(request.digest)
    ? readStanding(deps, caller, ask.id)
    : refuse({ code: 'consent/request-differs' });
}

/** How a request stands. An approval that nobody has taken note of becomes a grant here. */
export async function readStanding(
  deps: ConsentDeps,
  { partner }: PartnerCaller,
  id: string,
): Promise<Answered<Standing>> {
  return deps.database.write(async (sql) => {
    const found = await findRequest(sql, partner.id, id);
    if (!found) return refuse({ code: 'consent/request-unknown' });
    if (!found.settled) await settle(deps, sql, found.question);
    const [request, question] = await Promise.all([
      findRequest(sql, partner.id, id),
      readQuestion(sql, found.question),
    ]);
    return ok({
      request: request!,
      state: requestState(question!, deps.now()),
      expiresAt: question!.expiresAt,
    });
  });
}

function checkAsked(
  { agreement }: PartnerCaller,
  { purpose: id, attributes }: ConsentAsk,
): Answered<Purpose> {
  const purpose = purposeOf(agreement, id);
  if (!purpose.ok) return purpose;
  const allowed = mayAsk(purpose.value, attributes);
  if (!allowed.ok) return allowed;
  const unreadable = allowed.value.find((attribute) => !CONSENT_ATTRIBUTES.includes(attribute));
  return unreadable ? refuse({ code: 'consent/attribute-unreadable', field: unreadable }) : purpose;
}

function readSubject(deps: AskDeps, caller: PartnerCaller, { subject }: ConsentAsk): Answered<Named> {
  if ('sub' in subject) return ok({ id: deps.residentOf(subject.sub, caller.partner.id) });
  const nik = parseNik(digitsOf(subject.nik));
  return nik.ok ? ok({ nik: nik.value }) : refuse({ code: 'consent/subject-malformed', field: 'subject' });
}

function put(
  deps: AskDeps,
  caller: PartnerCaller,
  purpose: Purpose,
  named: Named,
  ask: ConsentAsk,
  digest: Uint8Array,
): Promise<void> {
  const { partner, client } = caller;
  return deps.database.write(async (sql) => {
    const resident = (await findAsked(sql, caller, named))?.id ?? null;
    const blocked = await isBlocked(sql, resident, { partner: partner.id, purpose: purpose.id });
    const question = await askResident(deps, sql, {
      to: blocked ? null : resident,
      kind: 'consent',
      asker: { partner: partner.id, name: partner.name },
      purpose: purpose.text.id,
      attributes: ask.attributes,
      bindingMessage: ask.bindingMessage,
      acr: null,
      periodDays: ask.periodDays,
      returnTo: null,
      expiresAt: new Date(deps.now().getTime() + ask.expiresInSeconds * 1000),
    });
    await insertRequest(sql, {
      id: ask.id,
      client: client.id,
      partner: partner.id,
      partnerName: partner.name,
      purpose: purpose.id,
      purposeText: purpose.text.id,
      question: question.id,
      resident,
      digest,
      settled: false,
      grant: null,
      askedAt: deps.now(),
    });
    if (blocked) {
      await append(deps, sql, {
        kind: 'consent/ask-blocked',
        subject: resident,
        actor: { kind: 'partner', partner: partner.id },
        details: { asker: partner.name, purpose: purpose.text.id, elements: [...ask.attributes] },
      });
    }
  });
}

/** Only somebody who lives is asked; and in the sandbox, only test residents. */
async function findAsked(
  sql: Sql,
  { environment }: PartnerCaller,
  named: Named,
): Promise<Resident | undefined> {
  const found =
    'nik' in named ? await findByNik(sql, named.nik) : named.id && (await findById(sql, named.id));
  if (!found || found.life.kind === 'deceased' || found.life.kind === 'annulled') return undefined;
  return environment === 'production' || isSandboxResident(found.nik) ? found : undefined;
}
