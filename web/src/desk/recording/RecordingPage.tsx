import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import type { OpenCaptures, WorkReply } from '@jatidiri/core/recording/wire.ts';
import { useLocation } from 'preact-iso/router';
import { formatCount, formatDay } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Card, LinkCard } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { BeginForm } from './BeginForm.tsx';
import { countWork, listOpenCaptures } from './recordingApi.ts';
import { texts } from './texts.ts';
import { voterTexts } from './voterTexts.ts';

/** What is stuck, what is half done, and a new sitting. */
export function RecordingPage({ who }: { who: SignedInOfficer }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const records = who.may.includes('recording.capture');
  const work = useProgramme(() => countWork(session));
  const open = useProgramme(() => listOpenCaptures(session));
  const t = texts();
  const refusal = work.refusal ?? open.refusal;
  return (
    <DeskPage title={t.title} onBack={() => route('/')} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!work.value && !refusal && <Busy />}
      {work.value && open.value && <Stuck states={work.value} open={open.value} />}
      <div class="recording-columns">
        <div class="stack">
          {records && <BeginForm onBegun={(id) => route(`/perekaman/orang/${id}`)} />}
          {open.value && open.value.length > 0 && (
            <Card title={t.openTitle}>
              <ul class="recording-list">
                {open.value.map(({ id, name, begunAt, stuck, open: left }) => (
                  <li key={id}>
                    <span>
                      <a href={`/perekaman/orang/${id}`}>{name}</a>
                      {stuck && (
                        <>
                          <br />
                          <strong>{t.since(formatDay(dayInKaltim(new Date(begunAt))))}</strong>
                        </>
                      )}
                    </span>
                    <span class="soft">{t.openCount(left)}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <div class="stack">
          {work.value && <WorkCounts states={work.value} />}
          <LinkCard href="/perekaman/pemula" title={voterTexts().title}>
            {voterTexts().hint}
          </LinkCard>
          {who.may.includes('recording.decide') && (
            <>
              <LinkCard href="/perekaman/kemiripan" title={t.disputes}>
                {t.disputesHint}
              </LinkCard>
              <LinkCard href="/perekaman/tarik" title={t.withdrawTitle}>
                {t.withdrawHint}
              </LinkCard>
            </>
          )}
        </div>
      </div>
    </DeskPage>
  );
}

interface StuckProps {
  readonly states: WorkReply['states'];
  readonly open: OpenCaptures['captures'];
}

function Stuck({ states, open }: StuckProps) {
  const t = texts();
  const stuck = states.filter((one) => one.stuck > 0 && one.state !== 'printed');
  const left = open.filter((one) => one.stuck).length;
  const total = stuck.reduce((sum, one) => sum + one.stuck, left);
  if (total === 0) return <Notice tone="success">{t.noneStuck}</Notice>;
  return (
    <Notice tone="warning" title={t.stuckTitle(formatCount(total))}>
      <ul class="recording-list">
        {stuck.map(({ state, stuck: count }) => (
          <li key={state}>
            <a href={`/perekaman/daftar/${state}`}>{t.states[state]}</a>
            <span>{t.people(formatCount(count))}</span>
          </li>
        ))}
        {left > 0 && (
          <li>
            <span>{t.openTitle}</span>
            <span>{t.people(formatCount(left))}</span>
          </li>
        )}
      </ul>
    </Notice>
  );
}

function WorkCounts({ states }: { states: WorkReply['states'] }) {
  const t = texts();
  return (
    <Card title={t.workTitle}>
      <ul class="recording-list">
        {states.map(({ state, people, stuck }) => (
          <li key={state}>
            {people > 0 ? (
              <a href={`/perekaman/daftar/${state}`}>{t.states[state]}</a>
            ) : (
              <span>{t.states[state]}</span>
            )}
            <span class="soft">
              {formatCount(people)}
              {stuck > 0 && (
                <>
                  <br />
                  {t.ofWhichStuck(formatCount(stuck))}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
