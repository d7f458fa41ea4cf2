import { type Sql, statement } from '../platform/db/database.ts';

const POPULATION = statement('demo.population', 'select residents, seed from demo_population');
const REMEMBER = statement('demo.remember', 'insert into demo_population (residents, seed) values ($1, $2)');

/** The synthetic population that this database holds, once it is complete. */
export async function findPopulation(sql: Sql): Promise<{ residents: number; seed: number } | undefined> {
  const [row] = await sql.query<{ residents: number; seed: number }>(POPULATION);
  return row;
}

export async function rememberPopulation(sql: Sql, residents: number, seed: number): Promise<void> {
  await sql.query(REMEMBER, [residents, seed]);
}
