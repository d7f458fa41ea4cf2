import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { useEffect, useState } from 'preact/hooks';
import { formatBytes, formatCount, formatDateTime } from '../../../shared/format.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { timeAt } from '../about.ts';
import { writeBackup } from '../entries/backup.ts';
import { KitPage } from '../KitPage.tsx';
import { useOpenedKit } from '../openKitContext.ts';
import type { KitStoreName } from '../store/kitStore.ts';
import { texts } from './texts.ts';

const ROWS = [
  ['about', 'plain'],
  ['locks', 'sealed'],
  ['settings', 'sealed'],
  ['residents', 'sealed'],
  ['entries', 'sealed'],
  ['photos', 'sealed'],
  ['copies', 'forServer'],
  ['outcomes', 'plain'],
] as const satisfies readonly (readonly [KitStoreName, 'plain' | 'sealed' | 'forServer'])[];

/** Everything that this kit holds, by kind and number; and the copy of it that only the server opens. */
export function ContentsPage() {
  const { open } = useOpenedKit();
  const { counts, used } = useContents();
  const t = texts();
  return (
    <KitPage title={t.title}>
      <p>{t.lead}</p>
      <dl class="record-rows">
        {ROWS.map(([name, kind]) => (
          <div key={name} class="record-row">
            <dt>
              {t.rows[name]} <span class="soft">({t[kind]})</span>
            </dt>
            <dd class="digits">{formatCount(counts.get(name) ?? 0)}</dd>
          </div>
        ))}
      </dl>
      {used !== undefined && <p class="soft">{t.space(formatBytes(used))}</p>}
      <p class="soft">{t.endsAt(formatDateTime(new Date(open.about.endsAt)))}</p>
      <BackupCard />
    </KitPage>
  );
}

function useContents() {
  const { kit } = useOpenedKit();
  const [counts, setCounts] = useState<ReadonlyMap<KitStoreName, number>>(new Map());
  const [used, setUsed] = useState<number>();
  useEffect(() => {
    async function count(): Promise<void> {
      const counted = ROWS.map(async ([name]) => [name, await kit.store.count(name)] as const);
      setCounts(new Map(await Promise.all(counted)));
      setUsed((await navigator.storage?.estimate?.())?.usage);
    }
    void count();
  }, [kit]);
  return { counts, used };
}

function BackupCard() {
  const { kit, open, journal } = useOpenedKit();
  const count = journal.entries.value.length;
  const t = texts();
  async function save(): Promise<void> {
    const { about } = open;
    const day = dayInKaltim(timeAt(about, Date.now()));
    const url = URL.createObjectURL(await writeBackup(kit.store, about.kit));
    const link = document.createElement('a');
    link.href = url;
    link.download = `kit-${about.kit.slice(0, 8)}-${day}.ikdkit`;
    link.click();
    // The download has the content by then; the URL would hold it in memory.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
  return (
    <section class="stack-s" aria-labelledby="backup">
      <h2 id="backup">{t.backupTitle}</h2>
      <p>{t.backupLead}</p>
      {count === 0 ? (
        <p class="soft">{t.backupNone}</p>
      ) : (
        <div>
          <Button kind="secondary" onClick={() => void save()}>
            {t.backup(count)}
          </Button>
        </div>
      )}
    </section>
  );
}
