import { type KitId, MAX_CARRIED } from '@jatidiri/core/field/model.ts';
import type { FieldRefusalCode } from '@jatidiri/core/field/refusals.ts';
import { sessionTerms } from '@jatidiri/core/field/sessionCertificate.ts';
import type { Expected, KitRequest } from '@jatidiri/core/field/wire.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor, serves } from '@jatidiri/core/office/rules.ts';
import type { OutreachSession } from '@jatidiri/core/outreach/model.ts';
import type { Nik, ResidentId } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import { certifySession, randomIndex, takeBlock } from '../issuance/index.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import { findSession, joinTeam } from '../outreach/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { adultsIn, findByNiks } from '../registry/index.ts';
import { insertCarried } from './carriedStore.ts';
import type { FieldDeps } from './deps.ts';
import { findKitKey, insertKitKey, type KitKey, kitKeyOf } from './kitKeyStore.ts';
import { insertKit, type Kit, lockKit } from './kitStore.ts';

export interface PrepareDeps extends Omit<FieldDeps, 'recordedPhotograph' | 'backupKey'> {
  readonly wilayah: Pick<WilayahTree, 'find'>;
}

type Done<T> = Result<T, Refusal<FieldRefusalCode>>;
export interface Prepared {
  readonly kit: Kit;
  readonly key: KitKey;
}

/**
 * Prepares a kit for an announced session, with the key of the officer who asks: certificate, places for provisional
 * cards, and leave to fetch the records of whom it expects. Sent again it is the same kit.
 */
export async function prepareKit(
  deps: PrepareDeps,
  officer: Officer,
  request: KitRequest,
): Promise<Done<Prepared>> {
  const kit = request.kit as KitId;
  return deps.database.write(async (sql): Promise<Done<Prepared>> => {
    const known = await lockKit(sql, kit);
    if (known) {
      const usable = usableBy(known, officer);
      if (!usable.ok) return usable;
      if (known.session !== request.session) return refuse({ code: 'field/kit-other-session' });
      return keyOn(deps, sql, officer, known, request.key);
    }
    const session = await findSession(sql, request.session);
    const open = session
      ? stillToCome(session, officer, deps.now())
      : refuse({ code: 'field/session-unknown' } as const);
    if (!open.ok) return open;
    const expected = await whoIsExpected(deps, sql, officer, request.expected);
    if (!expected.ok) return expected;

    const preparedAt = deps.now();
    const made = {
      id: kit,
      session: request.session,
      office: officer.office.id,
      label: request.label,
      preparedAt,
    };
    const entry = await append(deps, sql, {
      kind: 'field/kit-prepared',
      subject: null,
      actor: officerActor(officer),
      details: {
        kit,
        session: request.session,
        expected: request.expected.kind,
        residents: expected.value.length,
        cards: request.cards,
      },
    });
    await insertKit(sql, made, entry);
    await insertCarried(sql, kit, expected.value);
    await takeBlock(sql, kit, request.cards, () => randomIndex(deps.random));
    return keyOn(deps, sql, officer, { ...made, state: 'prepared' }, request.key);
  });
}

/** A further officer of the office, signed in on the same kit. */
export async function addKitKey(
  deps: PrepareDeps,
  officer: Officer,
  id: string,
  jwk: PublicJwk,
): Promise<Done<Prepared>> {
  return deps.database.write(async (sql): Promise<Done<Prepared>> => {
    const kit = await lockKit(sql, id);
    const usable = kit ? usableBy(kit, officer) : refuse({ code: 'field/kit-unknown' } as const);
    return usable.ok ? keyOn(deps, sql, officer, usable.value, jwk) : usable;
  });
}

/** For everybody outside the office a kit does not exist. */
export function usableBy(kit: Kit, officer: Officer): Done<Kit> {
  if (kit.office !== officer.office.id) return refuse({ code: 'field/kit-unknown' });
  if (kit.state === 'erased') return refuse({ code: 'field/kit-erased' });
  return kit.state === 'revoked' ? refuse({ code: 'field/kit-revoked' }) : ok(kit);
}

/** A session that residents can find in the public schedule, in the officer's region, and not over. */
function stillToCome(session: OutreachSession, officer: Officer, now: Date): Done<OutreachSession> {
  if (!answersFor(officer, session.wilayah)) return refuse({ code: 'field/session-not-yours' });
  if (session.state === 'planned') return refuse({ code: 'field/session-not-announced' });
  const isOver = session.state !== 'public' && session.state !== 'running';
  return isOver || session.to < dayInKaltim(now) ? refuse({ code: 'field/session-over' }) : ok(session);
}

async function whoIsExpected(
  deps: PrepareDeps,
  sql: Sql,
  officer: Officer,
  expected: Expected,
): Promise<Done<readonly ResidentId[]>> {
  switch (expected.kind) {
    case 'nobody':
      return ok([]);
    case 'kelurahan': {
      const code = expected.wilayah as WilayahCode;
      if (deps.wilayah.find(code)?.validUntil !== null)
        return refuse({ code: 'field/region-unknown', field: 'expected.wilayah' });
      if (!answersFor(officer, code))
        return refuse({ code: 'field/region-not-yours', field: 'expected.wilayah' });
      const adults = await adultsIn(sql, code, dayInKaltim(deps.now()), MAX_CARRIED + 1);
      return adults.length > MAX_CARRIED
        ? refuse({ code: 'field/too-many-residents', field: 'expected' })
        : ok(adults);
    }
    case 'list': {
      const niks: Nik[] = expected.niks.map((nik) => new Personal(nik));
      const found = [...(await findByNiks(sql, niks)).values()];
      return ok(
        found
          .filter(
            ({ life, domicile }) =>
              life.kind === 'present' && serves(officer.office, domicile, deps.serviceArea),
          )
          .map(({ id }) => id),
      );
    }
  }
}

/** The officer's key on this kit: certified now, or the one there is. */
async function keyOn(
  deps: PrepareDeps,
  sql: Sql,
  officer: Officer,
  kit: Kit,
  jwk: PublicJwk,
): Promise<Done<Prepared>> {
  const name = await thumbprint(deps.suite, jwk);
  const [own, sameKey] = [await kitKeyOf(sql, kit.id, officer.id), await findKitKey(sql, name)];
  if (own?.thumbprint === name) return ok({ kit, key: own });
  if (own || sameKey) return refuse({ code: 'field/kit-key-taken' });
  const session = (await findSession(sql, kit.session))!;
  const { place, from, to } = session;
  const names = { session: kit.session, officer: officer.name, office: officer.office.name, place, from, to };
  const certificate = await certifySession(deps, sql, jwk, sessionTerms(names), officer);
  const key = { thumbprint: name, kit: kit.id, officer: officer.id, jwk, certificate };
  const entry = await append(deps, sql, {
    kind: 'field/key-certified',
    subject: null,
    actor: officerActor(officer),
    details: { kit: kit.id, key: name, session: kit.session },
  });
  await insertKitKey(sql, key, entry);
  await joinTeam(deps, sql, officer, kit.session);
  return ok({ kit, key });
}
