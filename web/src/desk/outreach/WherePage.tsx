import { addDays, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { hostNames } from '@jatidiri/core/outreach/names.ts';
import type {
  Means,
  Proposal,
  ProposalReply,
  ProposalRequest,
} from '@jatidiri/core/outreach/proposalWire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { lang } from '../../shared/i18n.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { type MeansAsked, MeansForm } from './MeansForm.tsx';
import { keepMeans, planSession, proposeSessions, readMeans } from './outreachApi.ts';
import { PlanSummary } from './PlanSummary.tsx';
import { ProposalCard } from './ProposalCard.tsx';
import { texts } from './texts.ts';
import { whereTexts } from './whereTexts.ts';

type Spot = ProposalRequest['pins'][number];
type Answered = { readonly request: ProposalRequest; readonly reply: ProposalReply };

const keyOf = ({ wilayah, host }: Spot) => `${wilayah} ${host}`;

/** Where officers would activate the most; each pin and strike is solved anew. */
export function WherePage() {
  const { session, clock } = useDesk();
  const { route } = useLocation();
  const [marks, setMarks] = useState<Pick<ProposalRequest, 'pins' | 'strikes'>>({ pins: [], strikes: [] });
  const [answered, setAnswered] = useState<Answered>();
  const [planned, setPlanned] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState<Means | null>();
  // One for each proposal: sent again after a lost answer it is the same session.
  const [ids] = useState(() => new Map<string, string>());
  const t = whereTexts();

  useEffect(() => {
    // Without what was kept the form begins empty: nothing to bother anybody with.
    void readMeans(session).then((answer) => setKept(answer.ok ? answer.value : null));
  }, []);

  async function ask(means: MeansAsked, next: typeof marks): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const request = { ...means, ...next };
    const answer = await proposeSessions(session, request);
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    const { from: _, pins: __, strikes: ___, ...worth } = request;
    void keepMeans(session, worth);
    setMarks(next);
    setAnswered({ request, reply: answer.value });
    announce(t.plan);
  }

  async function plan({ request }: Answered, proposal: Proposal): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const { wilayah, host, from, to, regionName } = proposal;
    const name = `${keyOf(proposal)} ${from}`;
    const id = ids.get(name) ?? newUuid();
    ids.set(name, id);
    const place = `${hostNames[host].id}, ${regionName}`;
    const team = { officers: request.team, kits: request.team, team: [] };
    const answer = await planSession(session, { id, place, wilayah, host, from, to, ...team });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    setPlanned([...planned, keyOf(proposal)]);
    announce(texts().planned);
  }

  const without = (spots: readonly Spot[], spot: Spot) => spots.filter((one) => keyOf(one) !== keyOf(spot));
  const mark = ({ request }: Answered, next: Partial<typeof marks>) =>
    void ask(request, { ...marks, ...next });
  return (
    <DeskPage title={t.title} onBack={() => route('/jemput-bola')}>
      <p>{t.intro}</p>
      {kept !== undefined && (
        <MeansForm
          firstDay={addDays(dayInKaltim(clock.now()), 1)}
          kept={kept}
          busy={busy}
          kecamatan={answered?.reply.kecamatan ?? []}
          onAsk={(means) => void ask(means, marks)}
        />
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      {answered && <PlanSummary {...answered.reply} />}
      {answered?.reply.proposals.map((proposal) => {
        const { wilayah, host, pinned } = proposal;
        const spot = { wilayah, host };
        const others = without(marks.pins, spot);
        return (
          <ProposalCard
            key={keyOf(spot)}
            proposal={proposal}
            planned={planned.includes(keyOf(spot))}
            busy={busy}
            onPlan={() => void plan(answered, proposal)}
            onPin={() => mark(answered, { pins: pinned ? others : [...others, spot] })}
            onStrike={() => mark(answered, { pins: others, strikes: [...marks.strikes, spot] })}
          />
        );
      })}
      {answered &&
        marks.strikes.map((spot) => (
          <p key={keyOf(spot)}>
            {t.struck}: {hostNames[spot.host][lang.value]},{' '}
            {answered.reply.kecamatan.find(({ wilayah }) => wilayah === spot.wilayah)?.name}{' '}
            <Button
              kind="secondary"
              busy={busy}
              onClick={() => mark(answered, { strikes: without(marks.strikes, spot) })}
            >
              {t.restore}
            </Button>
          </p>
        ))}
    </DeskPage>
  );
}
