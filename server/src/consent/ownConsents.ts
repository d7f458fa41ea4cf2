import type { Block, Grant, GrantId, GrantRead } from '@jatidiri/core/consent/model.ts';
import { withdraw } from '@jatidiri/core/consent/rules.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { residentOn } from '../activation/index.ts';
import { append } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { type Answered, type ConsentDeps, factsOf } from './deps.ts';
import { endGrant, grantsOf, lockGrant, readsUnder, standingGrantsOf } from './grantStore.ts';
import { blocksOf, liftBlock } from './requestStore.ts';

const GRANTS = 200;
const READS_EACH = 20;
const LISTED = 500;

export interface GrantWithReads {
  readonly grant: Grant;
  readonly reads: readonly GrantRead[];
}

export interface OwnConsents {
  readonly grants: readonly GrantWithReads[];
  readonly blocks: readonly Block[];
}

/** Everything that a resident has allowed and forbidden, newest first. */
export async function consentsOf(sql: Sql, resident: ResidentId): Promise<OwnConsents> {
  const [grants, blocks] = await Promise.all([grantsOf(sql, resident, GRANTS), blocksOf(sql, resident)]);
  return { grants: await withReads(sql, grants), blocks };
}

/** What a partner may read under now. */
export async function listStanding(
  { database, now }: ConsentDeps,
  partner: PartnerId,
): Promise<GrantWithReads[]> {
  return withReads(database.read, await standingGrantsOf(database.read, partner, now(), LISTED));
}

async function withReads(sql: Sql, grants: readonly Grant[]): Promise<GrantWithReads[]> {
  const reads = await readsUnder(
    sql,
    grants.map(({ id }) => id),
    READS_EACH,
  );
  return grants.map((grant) => ({ grant, reads: reads.get(grant.id) ?? [] }));
}

export async function readOwnConsents(
  { database }: ConsentDeps,
  device: ProvenDevice,
): Promise<Answered<OwnConsents>> {
  const resident = await residentOn(database.read, device, 'consent/no-identity');
  return resident.ok ? ok(await consentsOf(database.read, resident.value)) : resident;
}

/** Taken back: no read after this one is committed. */
export async function withdrawGrant(
  deps: ConsentDeps,
  device: ProvenDevice,
  id: GrantId,
): Promise<Answered<GrantWithReads>> {
  return deps.database.write(async (sql) => {
    const resident = await residentOn(sql, device, 'consent/no-identity');
    if (!resident.ok) return resident;
    const grant = await lockGrant(sql, id);
    if (!grant || grant.resident !== resident.value) return refuse({ code: 'consent/grant-unknown' });
    const withdrawn = withdraw(grant, deps.now());
    if (!withdrawn.ok) return withdrawn;
    if (withdrawn.value !== grant) {
      endGrant(sql, id, 'withdrawn', deps.now());
      await append(deps, sql, {
        kind: 'consent/withdrawn',
        subject: grant.resident,
        actor: { kind: 'resident', device: device.thumbprint },
        details: factsOf(grant),
      });
    }
    return ok((await withReads(sql, [withdrawn.value]))[0]!);
  });
}

/** The institution may ask again. */
export async function allowAsking(
  deps: ConsentDeps,
  device: ProvenDevice,
  id: string,
): Promise<Answered<Block>> {
  return deps.database.write(async (sql) => {
    const resident = await residentOn(sql, device, 'consent/no-identity');
    if (!resident.ok) return resident;
    const block = await liftBlock(sql, id, resident.value);
    if (!block) return refuse({ code: 'consent/block-unknown' });
    await append(deps, sql, {
      kind: 'consent/unblocked',
      subject: block.resident,
      actor: { kind: 'resident', device: device.thumbprint },
      details: { partner: block.partner, asker: block.partnerName, purpose: block.purposeText },
    });
    return ok(block);
  });
}
