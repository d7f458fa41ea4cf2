import type { AgreementId, PartnerId, Use } from '@jatidiri/core/partner/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export type UseCounts = Readonly<Record<Use, number>>;

/** What was used in one month, and what it costs in rupiah. */
export interface MonthUsage extends UseCounts {
  readonly month: string;
  readonly amount: number;
}

// The quota is compared within the statement that counts: two processes at its end cannot both pass.
const COUNT = statement(
  'partner.countUse',
  `insert into partner_usage as known (agreement, month, match, read, present, login, amount)
   select $1, $2, $3, $4, $5, $6, $7 where $3::bigint + $4 + $5 + $6 <= $8
   on conflict (agreement, month) do update
     set match = known.match + $3, read = known.read + $4, present = known.present + $5, login = known.login + $6,
         amount = known.amount + $7
     where known.match + known.read + known.present + known.login + $3 + $4 + $5 + $6 <= $8
   returning 1 as counted`,
);
const COLUMNS = 'match, read, present, login, amount';
const OF_MONTH = statement(
  'partner.monthUsage',
  `select month, ${COLUMNS} from partner_usage where agreement = $1 and month = $2`,
);

/** False when the quota does not suffice for all of these; then nothing was counted. */
export async function countUse(
  sql: Sql,
  {
    agreement,
    month,
    counts,
    amount,
    quota,
  }: {
    agreement: AgreementId;
    month: string;
    counts: UseCounts;
    amount: number;
    quota: number;
  },
): Promise<boolean> {
  const { match, read, present, login } = counts;
  const counted = await sql.query(COUNT, [agreement, month, match, read, present, login, amount, quota]);
  return counted.length > 0;
}

export async function findUsage(
  sql: Sql,
  agreement: AgreementId,
  month: string,
): Promise<MonthUsage | undefined> {
  const [row] = await sql.query<MonthUsage>(OF_MONTH, [agreement, month]);
  return row;
}

const OF_PARTNER = statement(
  'partner.usageOf',
  `select agreement, month, ${COLUMNS}
   from partner_usage join agreement on agreement.id = partner_usage.agreement
   where partner = $1 order by month desc, agreement desc`,
);
const OPEN = statement(
  'partner.openMonths',
  `select partner_usage.agreement, partner_usage.month, ${COLUMNS}, agreement.partner
   from partner_usage join agreement on agreement.id = partner_usage.agreement
   where month < $1 and not exists (
     select from partner_statement
     where partner_statement.agreement = partner_usage.agreement and partner_statement.month = partner_usage.month)
   order by month, agreement limit 100 for update of partner_usage`,
);

/** One agreement's use in one month. */
export interface AgreementUsage extends MonthUsage {
  readonly agreement: AgreementId;
}

/** The newest month first. */
export async function listUsage(sql: Sql, partner: PartnerId): Promise<AgreementUsage[]> {
  return sql.query<AgreementUsage>(OF_PARTNER, [partner]);
}

/** Months before this one without a statement yet. */
export async function lockOpenMonths(
  sql: Sql,
  before: string,
): Promise<(AgreementUsage & { readonly partner: PartnerId })[]> {
  return sql.query<AgreementUsage & { readonly partner: PartnerId }>(OPEN, [before]);
}
