import { formatDateTime, inFours } from '../../../shared/format.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { texts as applicantTexts } from '../../applicant/texts.ts';
import type { KeptOutcome } from '../homecoming/outcomes.ts';
import { texts } from './texts.ts';
import { type DecidedEntry, isDecided, type WrittenEntry } from './writtenEntry.ts';

interface EntryCardProps {
  readonly entry: WrittenEntry;
  readonly voided: boolean;
  /** What the server said; nothing yet for one that was not sent. */
  readonly outcome: KeptOutcome | undefined;
  readonly onVoid: (entry: DecidedEntry) => void;
}

export function EntryCard({ entry, voided, outcome, onVoid }: EntryCardProps) {
  const t = texts();
  const standing = `${t.number(entry.n)} · ${formatDateTime(new Date(entry.at))} · ${t.outcomes[outcome?.kind ?? 'unsent']}`;
  if (!isDecided(entry)) {
    const { act } = entry;
    return (
      <Card>
        {act.kind === 'void' && (
          <p>
            <strong>{t.voidOf(act.n)}</strong> {t.voidReasons[act.reason]}
          </p>
        )}
        <p class="soft">{standing}</p>
      </Card>
    );
  }
  const { act, n } = entry;
  return (
    <Card title={act.name}>
      <p class="digits">{inFours(act.nik)}</p>
      <p>
        <strong>{voided ? t.voided : t.acts[act.kind]}</strong>
        {act.kind === 'refused' && ` · ${applicantTexts().reasons[act.reason]}`}
      </p>
      <p class="soft">{standing}</p>
      {!voided && (
        <div class="row">
          {act.kind === 'accepted' && act.card && (
            <Button kind="secondary" href={`/lapangan/kartu/${n}`}>
              {t.showCard}
            </Button>
          )}
          <Button kind="quiet" onClick={() => onVoid(entry)}>
            {t.void}
          </Button>
        </div>
      )}
    </Card>
  );
}
