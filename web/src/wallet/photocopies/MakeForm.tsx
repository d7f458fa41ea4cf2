import { PHOTOCOPY_CLAIMS, type PhotocopyClaim } from '@jatidiri/core/document/model.ts';
import { PhotocopyReply, WRITABLE } from '@jatidiri/core/document/wire.ts';
import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import { addDays, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { lang } from '../../shared/i18n.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Checks } from '../../shared/ui/Checks.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { errorsOf } from '../../shared/ui/errorsOf.ts';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** What an office usually wants from a photocopy; everything else is a choice of its own. */
const USUAL: readonly PhotocopyClaim[] = [
  'nik',
  'name',
  'birth_place',
  'birth_date',
  'address',
  'kelurahan_desa',
  'kecamatan',
  'kabupaten_kota',
  'portrait',
];
const DAYS = ['7', '30', '90', '365'] as const;
type Days = (typeof DAYS)[number];
const SLOW_LINE_MS = 60_000;

/** For whom, for what, until when, and what it shows. */
export function MakeForm({ onMade }: { onMade: (papers: PhotocopyReply) => void }) {
  const t = texts();
  const { handset } = useWallet();
  // One for each paper: sent again after a lost answer it is the same photocopy.
  const [id, setId] = useState(newUuid);
  const [recipient, setRecipient] = useState('');
  const [purpose, setPurpose] = useState('');
  const [days, setDays] = useState<Days>('30');
  const [claims, setClaims] = useState<readonly PhotocopyClaim[]>(USUAL);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const faultOf = (text: string) => {
    if (text.trim().length < 2) return t.missing;
    return WRITABLE.test(text) ? undefined : t.letters;
  };

  const faults = tried
    ? {
        recipient: faultOf(recipient),
        purpose: faultOf(purpose),
        claims: claims.length ? undefined : t.nothing,
      }
    : {};
  const errors = [
    ...errorsOf([
      ['penerima', t.recipient, faults.recipient],
      ['keperluan', t.purpose, faults.purpose],
    ]),
    // No link: the choice may be folded away.
    ...(faults.claims ? [{ text: faults.claims }] : []),
  ];

  async function make(): Promise<void> {
    setTried(true);
    if (faultOf(recipient) || faultOf(purpose) || claims.length === 0) return;
    setBusy(true);
    setRefusal(undefined);
    const until = addDays(dayInKaltim(handset.clock.now()), Number(days));
    const answer = await handset.call({
      method: 'POST',
      path: '/api/document/photocopies',
      body: { id, recipient, purpose, until, claims },
      timeoutMs: SLOW_LINE_MS,
      parse: (body) => v.parse(PhotocopyReply, body),
    });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    setId(newUuid());
    onMade(answer.value);
  }
  return (
    <Form errors={errors} onSubmit={() => void make()}>
      <Field
        name="penerima"
        label={t.recipient}
        hint={t.recipientHint}
        value={recipient}
        onValue={setRecipient}
        maxLength={80}
        autoComplete="off"
        error={faults.recipient}
      />
      <Field
        name="keperluan"
        label={t.purpose}
        hint={t.purposeHint}
        value={purpose}
        onValue={setPurpose}
        maxLength={80}
        autoComplete="off"
        error={faults.purpose}
      />
      <Choice
        name="masa"
        label={t.howLong}
        options={DAYS.map((value) => ({ value, label: t.days[value] }))}
        value={days}
        onValue={setDays}
      />
      <details>
        <summary>{t.shown(claims.length)}</summary>
        <Checks
          name="data"
          label={t.choose}
          options={PHOTOCOPY_CLAIMS.map((value) => ({ value, label: IKD_CLAIMS[value][lang.value] }))}
          values={claims}
          onValues={setClaims}
          error={faults.claims}
        />
      </details>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Button type="submit" busy={busy}>
        {t.make}
      </Button>
    </Form>
  );
}
