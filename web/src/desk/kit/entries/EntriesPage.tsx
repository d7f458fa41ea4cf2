import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/Button.tsx';
import { Field } from '../../../shared/ui/Field.tsx';
import { KitPage } from '../KitPage.tsx';
import { useOpenedKit } from '../openKitContext.ts';
import { voidedNumbers } from './countDay.ts';
import { EntryCard } from './EntryCard.tsx';
import { texts } from './texts.ts';
import { VoidDialog } from './VoidDialog.tsx';
import { type DecidedEntry, isDecided, type WrittenEntry } from './writtenEntry.ts';

const A_PAGE = 20;

/** What this kit wrote, the newest first: found again, shown again, taken back. */
export function EntriesPage() {
  const { journal, outcomes } = useOpenedKit();
  const [sought, setSought] = useState('');
  const [most, setMost] = useState(A_PAGE);
  const [voiding, setVoiding] = useState<DecidedEntry>();
  const t = texts();
  const entries = journal.entries.value;
  const voided = voidedNumbers(entries);
  const found = [...entries].reverse().filter((entry) => fits(entry, sought));
  return (
    <KitPage title={t.title}>
      {entries.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Field
          autoComplete="off"
          name="cari"
          label={t.search}
          type="search"
          optional
          value={sought}
          onValue={setSought}
        />
      )}
      {entries.length > 0 && found.length === 0 && <p>{t.noneFound}</p>}
      {found.slice(0, most).map((entry) => (
        <EntryCard
          key={entry.n}
          entry={entry}
          voided={voided.has(entry.n)}
          outcome={outcomes.of.value.get(entry.n)}
          onVoid={setVoiding}
        />
      ))}
      {found.length > most && (
        <Button kind="secondary" onClick={() => setMost(most + A_PAGE)}>
          {t.more(Math.min(A_PAGE, found.length - most))}
        </Button>
      )}
      {voiding && <VoidDialog entry={voiding} onClose={() => setVoiding(undefined)} />}
    </KitPage>
  );
}

/** Digits are sought in the NIK and as the number, words in the name. */
function fits(entry: WrittenEntry, sought: string): boolean {
  const wanted = sought.trim().toUpperCase();
  if (wanted === '') return true;
  if (String(entry.n) === wanted) return true;
  if (!isDecided(entry)) return false;
  return entry.act.name.toUpperCase().includes(wanted) || entry.act.nik.includes(wanted.replaceAll(' ', ''));
}
