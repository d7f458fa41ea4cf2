import { MAX_CARDS } from '@jatidiri/core/field/model.ts';
import type { Expected } from '@jatidiri/core/field/wire.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { KitPlan } from './prepareKit.ts';
import { texts } from './texts.ts';

/** As it stands in the form. */
export interface PlanEntries {
  readonly session: string | undefined;
  readonly label: string;
  readonly expected: Expected['kind'];
  readonly wilayah: string;
  readonly niks: string;
  readonly cards: string;
}

type Wrong = { readonly field: keyof PlanEntries; readonly text: string };

export const EXPECTED_KINDS = ['nobody', 'kelurahan', 'list'] as const satisfies readonly Expected['kind'][];
const VILLAGE = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/;

/** Everything that is wrong at once, each with its field. */
export function checkPlan(entries: PlanEntries): Result<KitPlan, readonly Wrong[]> {
  const t = texts();
  const wrong: Wrong[] = [];
  const label = entries.label.trim();
  const cards = Number(entries.cards);
  const expected = expectedIn(entries);
  if (!entries.session) wrong.push({ field: 'session', text: t.sessionMissing });
  if (!label) wrong.push({ field: 'label', text: t.labelMissing });
  if (!expected.ok) wrong.push(expected.refusal);
  if (!Number.isInteger(cards) || cards < 1 || cards > MAX_CARDS)
    wrong.push({ field: 'cards', text: t.cardsWrong });
  if (wrong.length > 0 || !expected.ok) return refuse(wrong);
  return ok({ session: entries.session!, label, cards, expected: expected.value });
}

function expectedIn({ expected, wilayah, niks }: PlanEntries): Result<Expected, Wrong> {
  const t = texts();
  if (expected === 'nobody') return ok({ kind: 'nobody' });
  if (expected === 'kelurahan') {
    const code = wilayah.trim();
    return VILLAGE.test(code)
      ? ok({ kind: 'kelurahan', wilayah: code })
      : refuse({ field: 'wilayah', text: t.wilayahWrong });
  }
  // Pasted from a table: gaps and dots inside a number, empty lines between them.
  const lines = niks.split(/[\n,;\t]+/).map((line) => line.replaceAll(/[\s.'"]/g, ''));
  const filled = lines.map((nik, index) => ({ nik, line: index + 1 })).filter(({ nik }) => nik !== '');
  const bad = filled.find(({ nik }) => !/^\d{16}$/.test(nik));
  if (bad) return refuse({ field: 'niks', text: t.niksWrong(bad.line) });
  if (filled.length === 0) return refuse({ field: 'niks', text: t.niksMissing });
  return ok({ kind: 'list', niks: [...new Set(filled.map(({ nik }) => nik))] });
}
