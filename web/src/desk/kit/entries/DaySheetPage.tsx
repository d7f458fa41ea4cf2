import './daySheet.css';
import { entryDigest } from '@jatidiri/core/field/kitEntry.ts';
import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { useEffect, useState } from 'preact/hooks';
import { formatDateTime, formatDay, inFours } from '../../../shared/format.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { Choice } from '../../../shared/ui/Choice.tsx';
import { texts as applicantTexts } from '../../applicant/texts.ts';
import { KitPage } from '../KitPage.tsx';
import { useOpenedKit } from '../openKitContext.ts';
import { countDay, daysOf, decidedOn, voidedNumbers } from './countDay.ts';
import { texts } from './texts.ts';
import type { DecidedEntry, WrittenEntry } from './writtenEntry.ts';

/** One day on paper, to be signed: printed by the browser, without a network. */
export function DaySheetPage() {
  const { open, journal } = useOpenedKit();
  const entries = journal.entries.value;
  const days = daysOf(entries);
  const [chosen, setChosen] = useState<IsoDate>(days[0] ?? dayInKaltim(new Date()));
  const t = texts();
  const ofDay = decidedOn(entries, chosen);
  const voided = voidedNumbers(entries);
  const { accepted, refused } = countDay(entries, chosen);
  const { session, office, kit } = open.about;
  return (
    <KitPage wide title={t.sheetTitle}>
      <div class="no-print">
        <div class="stack">
          {days.length > 1 && (
            <Choice
              name="hari"
              label={t.sheetDay}
              options={days.map((value) => ({ value, label: formatDay(value) }))}
              value={chosen}
              onValue={setChosen}
            />
          )}
          <Button onClick={() => print()}>{t.print}</Button>
        </div>
      </div>
      <div class="sheet-facts">
        <p>
          <strong>{session.place}</strong> · {formatDay(chosen)}
        </p>
        <p>{office.name}</p>
        <p>{t.sheetSum(accepted, refused, ofDay.length - accepted - refused)}</p>
      </div>
      {ofDay.length === 0 ? <p>{t.sheetEmpty}</p> : <SheetTable entries={ofDay} voided={voided} />}
      <footer class="sheet-end">
        <p class="soft">
          {t.sheetKit(kit)} <LastDigest entries={entries} />
        </p>
        <p class="soft">{t.sheetCare}</p>
        <div class="sheet-signatures">
          {t.sheetSign.map((who) => (
            <p key={who}>{who}</p>
          ))}
        </div>
      </footer>
    </KitPage>
  );
}

function SheetTable({ entries, voided }: { entries: readonly DecidedEntry[]; voided: ReadonlySet<number> }) {
  const { open } = useOpenedKit();
  const t = texts();
  const nameOf = (id: string) => open.about.officers.find((officer) => officer.id === id)?.name;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved by the arrow keys
    <section class="sheet-frame" tabIndex={0} aria-label={t.sheetTitle}>
      <table class="sheet">
        <thead>
          <tr>
            {t.sheetHead.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ n, at, act, officer }) => (
            <tr key={n}>
              <td class="digits">{n}</td>
              <td>{formatDateTime(new Date(at)).split(', ').at(-1)}</td>
              <td>{act.name}</td>
              <td class="digits">{inFours(act.nik)}</td>
              <td>
                {voided.has(n) ? t.voided : t.acts[act.kind]}
                {act.kind === 'refused' && `: ${applicantTexts().reasons[act.reason]}`}
              </td>
              <td>{nameOf(officer)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The paper and the kit say the same: whoever exchanges an entry later changes this. */
function LastDigest({ entries }: { entries: readonly WrittenEntry[] }) {
  const [digest, setDigest] = useState('');
  const last = entries.at(-1);
  useEffect(() => {
    if (last) void entryDigest(webSuite(crypto.subtle), last.signed).then(setDigest);
  }, [last]);
  if (!digest) return null;
  return (
    <>
      · <span class="digits">{texts().sheetChain(digest.slice(0, 16))}</span>
    </>
  );
}
