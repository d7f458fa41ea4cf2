import type { EventReply } from '@jatidiri/core/family/wire.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { EventChanges } from './EventChanges.tsx';
import { texts } from './texts.ts';

interface RecordedPageProps {
  readonly done: EventReply;
  readonly onBack: () => void;
}

/** What has changed, with the numbers that were given. */
export function RecordedPage({ done, onBack }: RecordedPageProps) {
  const t = texts();
  return (
    <DeskPage title={t.doneTitle} wide>
      <Notice tone="success" live>
        <p>{t.doneLead}</p>
      </Notice>
      <EventChanges changes={{ ...done, warnings: [] }} />
      <div>
        <Button onClick={onBack}>{t.another}</Button>
      </div>
    </DeskPage>
  );
}
