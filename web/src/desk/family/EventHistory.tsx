import { CERTIFICATE_KINDS } from '@jatidiri/core/document/signedModel.ts';
import type { FamilyReply } from '@jatidiri/core/family/wire.ts';
import { formatDateTime, formatDay } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { DrawDocument } from './DrawDocument.tsx';
import { texts } from './texts.ts';

export type RecordedEvent = FamilyReply['events'][number];

/** Where another register keeps it, the server says which. */
const hasCertificate = ({ kind, corrected }: RecordedEvent): boolean =>
  !corrected && CERTIFICATE_KINDS.some((one) => one === kind);

interface EventHistoryProps {
  /** Whose events they are. */
  readonly nik: string;
  readonly events: readonly RecordedEvent[];
  readonly mayCorrect: boolean;
  readonly onCorrect: (event: RecordedEvent) => void;
}

/** What was recorded about a person, by whom and on which evidence; the head of office may undo it. */
export function EventHistory({ nik, events, mayCorrect, onCorrect }: EventHistoryProps) {
  const t = texts();
  return (
    <section class="stack-s">
      <h2>{t.history}</h2>
      {events.length === 0 && <p class="soft">{t.noHistory}</p>}
      <ol class="family-members">
        {events.map((event) => (
          <li key={event.id} class="family-member">
            <strong>
              {t.events[event.kind]}, {formatDay(event.on)}
            </strong>
            <span>{event.whose.join(', ')}</span>
            <span class="soft">
              {t.evidence[event.evidence.kind]} {event.evidence.number}
            </span>
            <span class="soft">
              {t.recordedBy(event.officerName, event.officeName, formatDateTime(new Date(event.recordedAt)))}
              {event.corrected && ` · ${t.corrected}`}
            </span>
            {hasCertificate(event) && (
              <DrawDocument
                nik={nik}
                document={{ kind: 'certificate', event: event.id }}
                label={t.printCertificate}
              />
            )}
            {mayCorrect && !event.corrected && event.kind !== 'correction' && (
              <div>
                <Button kind="quiet" onClick={() => onCorrect(event)}>
                  {t.correct}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
