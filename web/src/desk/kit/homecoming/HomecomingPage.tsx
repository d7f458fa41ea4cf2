import { Busy } from '../../../shared/ui/Busy.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../../shared/ui/RefusalNotice.tsx';
import { KitPage } from '../KitPage.tsx';
import { useOpenedKit } from '../openKitContext.ts';
import { SignedIn } from '../SignedIn.tsx';
import { Conflicts } from './Conflicts.tsx';
import { EraseOrder } from './EraseOrder.tsx';
import { keptOutcome } from './outcomes.ts';
import { texts } from './texts.ts';
import type { UploadState } from './uploader.ts';

/** Back where there is a network: everything goes out by itself, and what needs a look is looked at. */
export function HomecomingPage() {
  return <SignedIn>{() => <Homecoming />}</SignedIn>;
}

function Homecoming() {
  const { journal, outcomes, uploader, open } = useOpenedKit();
  const state = uploader.state.value;
  const kept = outcomes.of.value;
  const all = journal.entries.value.length;
  const sent = [...kept.values()].filter(({ kind }) => kind !== 'waitsForPhoto').length;
  const photos = kept.size - sent;
  const t = texts();
  return (
    <KitPage title={t.title}>
      <section class="stack-s" aria-label={t.title}>
        <p>
          <strong>{t.progress(sent, all)}</strong>
          {photos > 0 && ` · ${t.photos(photos)}`}
        </p>
        <progress
          class="kit-progress"
          max={Math.max(all, 1)}
          value={all === 0 ? 1 : sent}
          aria-label={t.progress(sent, all)}
        />
      </section>
      <UploadNotice state={state} />
      {state.kind !== 'sending' && state.kind !== 'done' && (
        <Button onClick={() => void uploader.start()}>{t.send}</Button>
      )}
      {kept.size > 0 && (
        <Conflicts
          kit={open.about.kit}
          kinds={['conflict']}
          waiting={[...kept.values()].filter(({ kind }) => kind === 'conflict').length}
          onSettled={(n, outcome) => void outcomes.keep(new Map([[n, keptOutcome(outcome)]]))}
        />
      )}
      {state.kind === 'done' && <EraseOrder ordered={state.erase} />}
    </KitPage>
  );
}

function UploadNotice({ state }: { state: UploadState }) {
  const t = texts();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'sending':
      return <Busy label={t.sending} />;
    case 'waiting':
      return (
        <Notice tone="warning" live>
          <p>{t.waiting}</p>
        </Notice>
      );
    case 'stopped':
      return <RefusalNotice refusal={state.refusal} />;
    case 'done':
      return (
        <Notice tone="success" title={t.doneTitle} live>
          <p>{t.done}</p>
        </Notice>
      );
  }
}
