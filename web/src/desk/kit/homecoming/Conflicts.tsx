import { type ConflictCode, conflicts } from '@jatidiri/core/field/conflicts.ts';
import type { EntryAct, EntryShown } from '@jatidiri/core/field/wire.ts';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../../shared/api.ts';
import { inFours } from '../../../shared/format.ts';
import { lang } from '../../../shared/i18n.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { RefusalNotice } from '../../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../../desk.ts';
import { actOnEntry, listOpenEntries } from '../kitApi.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { texts } from './texts.ts';

type OpenKind = 'conflict' | 'waitsForPhoto';

interface ConflictsProps {
  readonly kit: string;
  /** On the kit itself conflicts alone: its photographs are on their way. */
  readonly kinds: readonly OpenKind[];
  /** How many there are as far as the page knows: they are read anew when that changes. */
  readonly waiting: number;
  readonly onSettled: (n: number, outcome: EntryShown['outcome']) => void;
}

/** What the server would not accept, why, and what the officer can do about each. */
export function Conflicts(props: ConflictsProps) {
  const { kit, waiting } = props;
  const { entries, refusal, act } = useConflicts(props);
  const t = texts();
  if (waiting === 0 && entries.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={`conflicts-${kit}`}>
      <div class="stack-s">
        <h2 id={`conflicts-${kit}`}>{t.conflicts(Math.max(waiting, entries.length))}</h2>
        <p class="soft">{t.conflictsLead}</p>
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
      {entries.map((entry) => (
        <ConflictCard key={entry.digest} entry={entry} onAct={(body) => act(entry, body)} />
      ))}
    </section>
  );
}

/** Read anew whenever the upload has brought another one. */
function useConflicts({ kit, kinds, waiting, onSettled }: ConflictsProps) {
  const { session } = useDesk();
  const [entries, setEntries] = useState<readonly EntryShown[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  const load = useCallback(async (): Promise<void> => {
    const all: EntryShown[] = [];
    for (const kind of kinds)
      for (let after: number | null = null; ; ) {
        const page = await listOpenEntries(session, kit, kind, after);
        if (!page.ok) return setRefusal(page.refusal);
        all.push(...page.value.entries);
        after = page.value.next;
        if (after === null) break;
      }
    setEntries(all);
  }, [session, kit, kinds.join()]);
  useEffect(() => {
    if (waiting > 0) void load();
  }, [waiting, load]);

  async function act({ digest, n }: EntryShown, body: EntryAct): Promise<void> {
    setRefusal(undefined);
    const acted = await actOnEntry(session, kit, digest, body);
    if (!acted.ok) return setRefusal(acted.refusal);
    onSettled(n, acted.value.outcome);
    await load();
  }
  return { entries, refusal, act };
}

function ConflictCard({ entry, onAct }: { entry: EntryShown; onAct: (act: EntryAct) => Promise<void> }) {
  const [asking, setAsking] = useState<'release' | 'giveUp'>();
  const [busy, setBusy] = useState(false);
  const { applicant, outcome, acts, n, officer } = entry;
  const t = texts();
  async function run(act: EntryAct): Promise<void> {
    setBusy(true);
    await onAct(act);
    setBusy(false);
    setAsking(undefined);
  }
  return (
    <Card title={applicant?.name ?? t.entry(n, officer.name)}>
      {applicant && <p class="digits">{inFours(applicant.nik)}</p>}
      <p>{outcome.kind === 'waitsForPhoto' ? t.photoMissing : whyOf(outcome.code)}</p>
      <p class="soft">{t.entry(n, officer.name)}</p>
      {asking ? (
        <ReasonForm
          action={t.acts[asking]}
          busy={busy}
          onReason={(reason) => void run({ kind: asking, reason })}
          onCancel={() => setAsking(undefined)}
        />
      ) : (
        <div class="row">
          {acts.map((kind) => (
            <Button
              key={kind}
              kind={kind === 'giveUp' ? 'quiet' : 'secondary'}
              busy={busy}
              onClick={() => (kind === 'retry' ? void run({ kind }) : setAsking(kind))}
            >
              {t.acts[kind]}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}

function whyOf(code: string | null): string {
  return code !== null && code in conflicts ? conflicts[code as ConflictCode][lang.value] : (code ?? '');
}
