import type { DisputeList, VerdictRequest } from '@jatidiri/core/recording/wire.ts';
import { useLocation } from 'preact-iso/router';
import { formatMean } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { MergeCard } from './MergeCard.tsx';
import { Pair } from './Pair.tsx';
import { decideDispute, listDisputes } from './recordingApi.ts';
import { texts } from './texts.ts';
import { VerdictForm } from './VerdictForm.tsx';

/** Two who look alike, side by side, for a head of office to decide. Software never does. */
export function DisputesPage() {
  const { session } = useDesk();
  const { route } = useLocation();
  const { value, refusal, busy, change } = useProgramme(() => listDisputes(session));
  const t = texts();
  const pairs = pairsOf(value ?? []);
  const open = pairs.filter(({ verdict }) => verdict === null);
  const toMerge = pairs.filter(({ verdict }) => verdict === 'same');
  async function decide(capture: string, verdict: VerdictRequest): Promise<void> {
    if (await change(decideDispute(session, capture, verdict))) announce(t.decided);
  }
  return (
    <DeskPage title={t.disputes} onBack={() => route('/perekaman')} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {toMerge.map(({ capture, person, other }) => (
        <MergeCard key={`${capture} ${other.id}`} person={person} other={other} />
      ))}
      {value && open.length === 0 && <p>{t.nothingToDecide}</p>}
      {open.map(({ capture, person, other, distance }, index) => (
        <Card key={`${capture} ${other.id}`} title={`${person.name}: ${t.alikeTo(other.name)}`}>
          <p class="soft">{distance === 0 ? t.samePicture : t.distance(formatMean(distance))}</p>
          <Pair person={person} other={other} />
          <VerdictForm
            name={`verdict-${index}`}
            busy={busy}
            onDecide={(verdict, reason) => void decide(capture, { candidate: other.id, verdict, reason })}
          />
        </Card>
      ))}
    </DeskPage>
  );
}

/** Two who wait because of each other are one question. */
function pairsOf(disputes: DisputeList['disputes']) {
  const pairs = disputes.flatMap(({ capture, person, candidates }) =>
    candidates.map((candidate) => ({ ...candidate, capture, person, other: candidate.person })),
  );
  return pairs.filter(
    ({ person, other }, index) =>
      !pairs
        .slice(0, index)
        .some((earlier) => earlier.person.id === other.id && earlier.other.id === person.id),
  );
}
