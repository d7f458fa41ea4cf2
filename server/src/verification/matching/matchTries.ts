import type { Statement } from '@jatidiri/core/matching/model.ts';
import type { MatchRefusalCode } from '@jatidiri/core/matching/refusals.ts';
import { isExhausted, TRY_KINDS, TRY_WINDOW_MS, type TryKind } from '@jatidiri/core/matching/tries.ts';
import type { Environment } from '@jatidiri/core/partner/model.ts';
import type { Nik } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../../platform/db/database.ts';
import { addTries, countsOf, forgiveTries, type Tried } from './matchTryStore.ts';

/** What is counted of one statement. */
interface Counted {
  readonly caller: { readonly partner: { readonly id: string }; readonly environment: Environment };
  readonly nik: Nik;
  readonly statement: Statement;
}

/** The keys under which a statement is counted: whoever reads them learns no NIK and no name. */
export interface TryKeys {
  readonly keys: Readonly<Record<TryKind, Buffer>>;
  /** Of everything that was said; only what was wrong is remembered. */
  readonly said: () => Buffer;
}

type Hmac = (text: string) => Buffer;

/** The sandbox counts for itself: whoever tries things out there stops nobody in earnest. */
export function tryKeys(hmac: Hmac, now: Date): (one: Counted) => TryKeys {
  const keyOf = (kind: TryKind, environment: Environment, about: string) =>
    hmac(`${kind}:${environment}:${Math.floor(now.getTime() / TRY_WINDOW_MS[kind])}:${about}`);
  const ofPartner = new Map<string, Buffer>();
  return ({ caller: { partner, environment }, nik, statement }) => {
    const digits = nik.reveal();
    const name = `${environment}:${partner.id}`;
    const known = ofPartner.get(name) ?? keyOf('partner', environment, partner.id);
    ofPartner.set(name, known);
    return {
      keys: {
        partnerAndNik: keyOf('partnerAndNik', environment, `${partner.id}:${digits}`),
        nik: keyOf('nik', environment, digits),
        partner: known,
      },
      said: () => hmac(`said:${digits}:${saidOf(statement)}`),
    };
  };
}

function saidOf({ name, others }: Statement): string {
  const parts = [...others].map(([element, value]) => `${element}=${value.reveal()}`);
  return [name.reveal(), ...parts.sort()].join('\n');
}

/** The counts of a group of statements while they are answered one after another; written back at the end. */
export interface TryBook {
  /** Why no further statement is taken; undefined while there is no reason. */
  refusalOf(keys: TryKeys): MatchRefusalCode | undefined;
  /** Counts a statement, and says which counts it exhausted just now. */
  count(keys: TryKeys, holds: boolean): readonly TryKind[];
  write(sql: Sql): void;
}

export async function openTryBook(sql: Sql, group: readonly TryKeys[], now: Date): Promise<TryBook> {
  const wanted = new Map(
    group.flatMap(({ keys }) =>
      TRY_KINDS.map((kind) => [keys[kind].toString('base64'), keys[kind]] as const),
    ),
  );
  const known = new Map(
    (await countsOf(sql, [...wanted.values()])).map((tried) => [nameOf(tried.key), tried]),
  );
  const added = new Map<string, Tried>();
  const forgiven: Buffer[] = [];

  function current(key: Buffer): Pick<Tried, 'asked' | 'wrong' | 'lastWrong'> {
    const before = known.get(nameOf(key));
    const now = added.get(nameOf(key));
    return {
      asked: (before?.asked ?? 0) + (now?.asked ?? 0),
      wrong: (before?.wrong ?? 0) + (now?.wrong ?? 0),
      lastWrong: now?.lastWrong ?? before?.lastWrong ?? null,
    };
  }
  function add(kind: TryKind, key: Buffer, wrong: Buffer | null): boolean {
    const was = current(key);
    const isNew = wrong !== null && !was.lastWrong?.equals(wrong);
    const so = added.get(nameOf(key));
    added.set(nameOf(key), {
      key,
      asked: (so?.asked ?? 0) + 1,
      wrong: (so?.wrong ?? 0) + (isNew ? 1 : 0),
      endsAt: endOf(kind, now),
      lastWrong: wrong ?? so?.lastWrong ?? null,
    });
    return !isExhausted(kind, was) && isExhausted(kind, current(key));
  }

  const exhaustedBy = (keys: TryKeys['keys'], wrong: Buffer) =>
    TRY_KINDS.filter((kind) => add(kind, keys[kind], wrong));

  return {
    refusalOf({ keys }) {
      if (isExhausted('partner', current(keys.partner))) return 'match/looks-like-probing';
      const tooMany = (['partnerAndNik', 'nik'] as const).some((kind) =>
        isExhausted(kind, current(keys[kind])),
      );
      return tooMany ? 'match/too-many-wrong' : undefined;
    },
    count({ keys, said }, holds) {
      if (!holds) return exhaustedBy(keys, said());
      // Whoever knows the person has not guessed: a slip before is forgiven.
      if (current(keys.partnerAndNik).wrong > 0) {
        forgiven.push(keys.partnerAndNik);
        known.delete(nameOf(keys.partnerAndNik));
        added.delete(nameOf(keys.partnerAndNik));
      }
      add('partner', keys.partner, null);
      return [];
    },
    write(sql) {
      forgiveTries(sql, forgiven);
      addTries(sql, [...added.values()]);
    },
  };
}

const nameOf = (key: Buffer): string => key.toString('base64');

function endOf(kind: TryKind, now: Date): Date {
  const length = TRY_WINDOW_MS[kind];
  return new Date((Math.floor(now.getTime() / length) + 1) * length);
}
