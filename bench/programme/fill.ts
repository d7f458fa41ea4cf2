import { type Database, statement } from '../../server/src/platform/db/database.ts';

/** Five years of days. */
const DAYS = 1_826;

/**
 * The projection as so many residents leave it: each kelurahan/desa with a change on every day of five years. Its
 * rows are those of the regions and days, whatever the number of people; only the numbers in them grow.
 */
export async function fillProjection(database: Database, residents: number): Promise<void> {
  const each = Math.round(residents / 1_038);
  const run = (name: string, text: string) => database.read.query(statement(`bench.${name}`, text));
  await run(
    'elections',
    `update coverage_projection set elections = 'bench', turned_to = current_date, counted_up_to = 1`,
  );
  const projection = '(select id from coverage_projection where shown)';
  const kelurahan = 'select code from wilayah where length(code) = 13';
  await run(
    'counts',
    `insert into coverage_count (projection, domicile, residents, wajib_ktp, wajib_recorded, entitled, recorded, card_printed,
       handed_over, pemula, pemula_recorded, pemula_printed, pemula_handed_over, ikd_active, activated, ended, kia_owned)
     select ${projection}, code, ${each}, ${each} * 7 / 10, ${each} * 69 / 100, ${each}, ${each} * 7 / 10, ${each} * 6 / 10,
       ${each} * 6 / 10, ${each} / 20, ${each} / 40, ${each} / 50, ${each} / 50, ${each} / 20, ${each} / 18, ${each} / 180, 0
     from (${kelurahan}) k`,
  );
  const days = `generate_series(current_date - ${DAYS - 1}, current_date, interval '1 day') as day`;
  for (const [level, regions] of [
    ['kelurahan', kelurahan],
    ['kabupaten', `select code from wilayah where length(code) = 5 and code like '64.%'`],
  ])
    await run(
      `days-${level}`,
      `insert into coverage_day (projection, region, day, wajib_ktp, recorded, card_printed, handed_over, pemula_recorded,
         ikd_active, activated, ended, kia_owned, wajib_recorded)
       select ${projection}, code, day::date, 1, 1, 1, 1, 0, ${each} / 50000 + 1, ${each} / 50000 + 1, 0, 0, 1
       from (${regions}) r, ${days}`,
    );
  await run(
    'groups',
    `insert into coverage_group (projection, region, sex, birth_year, residents, recorded, ikd_active)
     select ${projection}, code, sex::sex, year, 20, 15, 2
     from wilayah, unnest(array['female', 'male']) sex, generate_series(1940, 2025) year where length(code) in (5, 13)`,
  );
  await run(
    'work',
    `insert into coverage_activation (projection, office, day, channel, session, domicile, activated)
     select ${projection}, office.id::text, day::date, channel, '', code, 3
     from office join wilayah on wilayah.code = office.wilayah, ${days}, unnest(array['mail', 'desk']) channel
     where length(code) = 5`,
  );
  await run(
    'release',
    `insert into coverage_release (period_end, region, cell, value)
     select current_date - 10, code, cell, ${each} / 20 from wilayah, unnest(array['ikdActive', 'wajibKtp', 'wajibRecorded']) cell
     where code like '64%'`,
  );
  await run('analyze', 'analyze');
}

const RESIDENTS_PER_IMPORT = 20_000;

/** As many residents as events, in imports; then an activation of each, one ledger entry apiece. */
export async function fillEvents(database: Database, events: number): Promise<void> {
  const run = (name: string, text: string) => database.read.query(statement(`bench.${name}`, text));
  const imports = Math.ceil(events / RESIDENTS_PER_IMPORT);
  // The hashes are not those of a chain: nobody verifies it here.
  const entry = `'{"kind":"system","task":"bench"}'::jsonb`;
  await run('clear', 'truncate ledger_pending, ledger_entry');
  await run(
    'imports',
    `insert into ledger_entry (seq, id, at, kind, subject, actor, details, hash)
     select n, md5('import' || n)::uuid, now() - interval '3 years', 'registry/residents-imported', null, ${entry}, '{}', ''
     from generate_series(1, ${imports}) n`,
  );
  await run(
    'residents',
    `insert into resident (id, opened_by, nik, no_kk, relation, sex, birth_date, marital_status, citizenship, recording,
       recorded_on, life, valid_from, wajib_from, domicile, name, birth_place, religion, occupation, address)
     select md5('resident' || n)::uuid, md5('import' || (1 + n / ${RESIDENTS_PER_IMPORT}))::uuid, 6400000000000000 + n, 6400000000000000 + n / 4,
       'head', case n % 2 when 0 then 'male' else 'female' end::sex, date '1950-01-01' + (n % 18000)::int, 'neverMarried', 'wni',
       'handedOver', date '2021-01-01' + (n % 700)::int, 'present', current_date - 1000,
       date '1967-01-01' + (n % 18000)::int, codes[1 + n % array_length(codes, 1)], 'WARGA CONTOH', 'X', 'X', 'X', 'X'
     from generate_series(0, ${events - 1}) n,
       (select array_agg(code order by code) as codes from wilayah where length(code) = 13) places`,
  );
  await run(
    'entries',
    `insert into ledger_entry (seq, id, at, kind, subject, actor, details, hash)
     select ${imports} + 1 + n, md5('activated' || n)::uuid, now() - interval '2 years' + n * interval '2 years' / ${events},
       'activation/activated', md5('resident' || n)::uuid, ${entry},
       jsonb_build_object('domicile', (select domicile from resident where id = md5('resident' || n)::uuid)), ''
     from generate_series(0, ${events - 1}) n`,
  );
  await run(
    'activations',
    `insert into activation (id, resident_id, state, device_thumbprint, device_x, device_y, phone, domicile, office, started_at,
       expires_at, activated_at, confirmed_by, activated_entry)
     select md5('activation' || n)::uuid, md5('resident' || n)::uuid, 'active', n::text, '', '', '', '64.72.03.1001', 'kantor', now(), now(),
       now() - interval '2 years' + n * interval '2 years' / ${events}, 'mail', md5('activated' || n)::uuid
     from generate_series(0, ${events - 1}) n`,
  );
  await run('analyze', 'analyze');
}
