import assert from 'node:assert/strict';
import { cardStatusOf, type Decision, type Outcome } from './model.ts';
import type { Village, VillageKit } from './openVillage.ts';

export const wordsOf = ({ kind, code }: Outcome): string => code ?? kind;

/**
 * Each entry of a batch came to what the model says.
 * @param others what it may have come to besides, where two requests overlapped
 */
export function assertOutcomes(
  village: Village,
  answer: { status: number; body: { entries: { outcome: Outcome }[] } },
  batch: readonly Decision[],
  expected: readonly Outcome[],
  ...others: readonly (readonly Outcome[])[]
): void {
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  for (const [i, { outcome }] of answer.body.entries.entries()) {
    const said = wordsOf(outcome);
    village.count(said);
    const possible = [expected, ...others].map((outcomes) => wordsOf(outcomes[i]!));
    assert.ok(possible.includes(said), `entry ${batch[i]!.n}: ${said}, not ${possible}`);
  }
}

/** Every entry of a kit stands where the model has it, and its provisional card says so in the status list. */
export async function checkKit({ world, model }: Village, { kit, decisions }: VillageKit): Promise<void> {
  await world.settle();
  const { rows } = await world.database.pool.query(
    `select digest, outcome as kind, code, status from field_entry
     left join provisional_place place on place.kit = field_entry.kit and place.idx = card
     where field_entry.kit = $1`,
    [kit.request.kit],
  );
  assert.equal(rows.length, (model.ofKit.get(kit.request.kit) ?? []).length);
  for (const row of rows) {
    const entry = model.entries.get(row.digest)!;
    assert.equal(wordsOf(row), wordsOf(entry.outcome), `entry ${entry.n}`);
    if (row.status !== null) assert.equal(row.status, cardStatusOf(model, entry), `card of ${entry.n}`);
  }
  assert.ok(decisions.every(({ n }, i) => n === i + 1));
}

/** Nobody has two identities, nobody lost one, and each was made once. */
export async function checkVillage(village: Village): Promise<void> {
  const { world, model, kits } = village;
  for (const own of kits) await checkKit(village, own);
  const { rows } = await world.database.pool.query<{ nik: string; device: string }>(
    `select nik::text, device_thumbprint as device from activation join resident on resident.id = resident_id
     where activation.state = 'active'`,
  );
  const expected = [...model.active].map(([nik, { handset }]) => `${nik} ${handset}`);
  assert.deepEqual(rows.map(({ nik, device }) => `${nik} ${device}`).sort(), expected.sort());
  const made = await world.database.pool.query(
    `select (select count(*) from ledger_entry where kind = 'activation/activated')::int as ledger,
       (select count(*) from activation where activated_entry is not null)::int as rows`,
  );
  assert.deepEqual(made.rows[0], { ledger: model.activations, rows: model.activations });
}
