import { VERDICTS, type Verdict } from '@jatidiri/core/recording/model.ts';
import type { DisputeList, VerdictRequest } from '@jatidiri/core/recording/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatDay, formatMean, inFours } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { decideDispute, listDisputes, residentPhotograph } from './recordingApi.ts';
import { texts } from './texts.ts';

type Dispute = DisputeList['disputes'][number];
type Person = Dispute['person'];

/** Two who look alike, side by side, for a head of office to decide. Software never does. */
export function DisputesPage() {
  const { session } = useDesk();
  const { route } = useLocation();
  const { value, refusal, busy, change } = useProgramme(() => listDisputes(session));
  const t = texts();
  const open = (value ?? []).flatMap((dispute) =>
    dispute.candidates
      .filter(({ verdict }) => verdict === null)
      .map(({ person: other, distance }) => ({ ...dispute, other, distance })),
  );
  async function decide(capture: string, verdict: VerdictRequest): Promise<void> {
    if (await change(decideDispute(session, capture, verdict))) announce(t.decided);
  }
  return (
    <DeskPage title={t.disputes} onBack={() => route('/perekaman')} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value && open.length === 0 && <p>{t.nothingToDecide}</p>}
      {open.map(({ capture, person, other, distance }, index) => (
        <Card key={`${capture} ${other.id}`} title={`${person.name}: ${t.alikeTo(other.name)}`}>
          <p class="soft">{distance === 0 ? t.samePicture : t.distance(formatMean(distance))}</p>
          <div class="recording-pair">
            <Portrait person={person} />
            <Portrait person={other} />
          </div>
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

function Portrait({ person }: { person: Person }) {
  const { session } = useDesk();
  const [photo, setPhoto] = useState<Blob>();
  const url = useObjectUrl(photo);
  const t = texts();
  useEffect(() => {
    void residentPhotograph(session, person.id).then((read) => read.ok && setPhoto(read.value));
  }, [person.id]);
  return (
    <figure>
      {url && <img src={url} alt={t.photoOf(person.name)} />}
      <figcaption>
        <strong>{person.name}</strong>
        <span class="digits">{inFours(person.nik)}</span>
        <span class="soft">
          {t.born(person.birthPlace, formatDay(person.birthDate))} · {person.kelurahanDesa}
        </span>
      </figcaption>
    </figure>
  );
}

const LEAST_REASON = 10;

interface VerdictFormProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onDecide: (verdict: Verdict, reason: string) => void;
}

function VerdictForm({ name, busy, onDecide }: VerdictFormProps) {
  const t = texts();
  const [verdict, setVerdict] = useState<Verdict>();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<readonly { field: string; text: string }[]>([]);
  const errorOf = (field: string) => wrong.find((one) => one.field === field)?.text;

  function decide(): void {
    const missing = [
      ...(verdict ? [] : [{ field: name, text: t.choose }]),
      ...(reason.trim().length >= LEAST_REASON ? [] : [{ field: `${name}-reason`, text: t.reasonHint }]),
    ];
    setWrong(missing);
    if (verdict && missing.length === 0) onDecide(verdict, reason.trim());
  }
  return (
    <Form errors={wrong} onSubmit={decide}>
      <Choice
        name={name}
        label={t.decide}
        error={errorOf(name)}
        options={VERDICTS.map((value) => ({ value, label: t.verdicts[value] }))}
        value={verdict}
        onValue={setVerdict}
      />
      <TextArea
        name={`${name}-reason`}
        label={t.reason}
        hint={t.reasonHint}
        error={errorOf(`${name}-reason`)}
        value={reason}
        onValue={setReason}
        maxLength={500}
      />
      <div>
        <Button type="submit" busy={busy}>
          {t.decide}
        </Button>
      </div>
    </Form>
  );
}
