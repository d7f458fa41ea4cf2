import {
  CERTIFICATES,
  CORRECTABLE,
  FAMILY_CARD_REASONS,
  PROMISED_WORKING_DAYS,
  SERVICE_KINDS,
  type ServiceKind,
} from '@jatidiri/core/service/model.ts';
import type { WishWire } from '@jatidiri/core/service/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { RegionPicker } from '../../shared/region/RegionPicker.tsx';
import { serviceWords } from '../../shared/service/serviceWords.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { errorsOf } from '../../shared/ui/errorsOf.ts';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { Papers } from './Papers.tsx';
import { sendDocument, sendRequest } from './requestsApi.ts';
import { texts } from './texts.ts';

interface AskFormProps {
  province: string;
  onBack: () => void;
  onAsked: () => void;
}

const KELURAHAN_LENGTH = 13;

/** A new request: what, its particulars, and the papers that prove it. */
export function AskForm({ province, onBack, onAsked }: AskFormProps) {
  const t = texts();
  const words = serviceWords();
  const { handset } = useWallet();
  // One for each request: sent again after a lost answer it is the same.
  const [id] = useState(newUuid);
  const [kind, setKind] = useState<ServiceKind>();
  const [to, setTo] = useState(province);
  const [address, setAddress] = useState('');
  const [detail, setDetail] = useState('');
  const [note, setNote] = useState('');
  const [pages, setPages] = useState<readonly Blob[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  const choose = (next: ServiceKind) => {
    setKind(next);
    setDetail(next === 'move' ? '' : (DETAILS[next][0] ?? ''));
    setTried(false);
  };
  const wrong = {
    to: kind === 'move' && to.length < KELURAHAN_LENGTH ? t.regionMissing : undefined,
    address: kind === 'move' && address.trim().length < 3 ? t.missing : undefined,
    note: kind === 'correction' && note.trim().length < 3 ? t.missing : undefined,
  };
  const faults: Partial<typeof wrong> = tried ? wrong : {};
  const errors = [
    ...(faults.to ? [{ text: faults.to }] : []),
    ...errorsOf([
      ['alamat', t.address, faults.address],
      ['keterangan', t.note, faults.note],
    ]),
  ];

  async function send(): Promise<void> {
    setTried(true);
    if (!kind || Object.values(wrong).some(Boolean)) return;
    setBusy(true);
    setRefusal(undefined);
    const documents: string[] = [];
    for (const page of pages) {
      const sent = await sendDocument(handset.call, page, new AbortController().signal);
      if (!sent.ok) {
        setBusy(false);
        return setRefusal(sent.refusal);
      }
      documents.push(sent.value);
    }
    const wish = wishOf(kind, { to, address: address.trim(), detail, note: note.trim() });
    const answer = await sendRequest(handset.call, { id, wish, documents });
    setBusy(false);
    if (answer.ok) onAsked();
    else setRefusal(answer.refusal);
  }
  return (
    <WalletPage title={t.ask} onBack={onBack}>
      <Form errors={errors} onSubmit={() => void send()}>
        <Choice
          name="jenis"
          label={t.what}
          options={SERVICE_KINDS.map((value) => ({
            value,
            label: words.kinds[value],
            hint: t.promise(PROMISED_WORKING_DAYS[value]),
          }))}
          value={kind}
          onValue={choose}
        />
        {kind === 'move' && (
          <>
            <RegionPicker name="tujuan" within={province} value={to} onValue={setTo} />
            {faults.to && (
              <p class="field-error" role="alert">
                {faults.to}
              </p>
            )}
            <Field
              name="alamat"
              label={t.address}
              hint={t.addressHint}
              value={address}
              onValue={setAddress}
              autoComplete="off"
              maxLength={200}
              error={faults.address}
            />
          </>
        )}
        {kind && kind !== 'move' && (
          <Select
            name="rincian"
            label={t.details[kind]}
            value={detail}
            options={DETAILS[kind].map((value) => [value, wordFor(kind, value)])}
            onValue={setDetail}
          />
        )}
        {kind && (
          <>
            <TextArea
              name="keterangan"
              label={t.note}
              hint={t.noteHints[kind]}
              value={note}
              onValue={setNote}
              maxLength={500}
              rows={3}
              error={faults.note}
            />
            <Papers pages={pages} onPages={setPages} />
            {refusal && <RefusalNotice refusal={refusal} />}
            <Button type="submit" busy={busy}>
              {t.send}
            </Button>
          </>
        )}
      </Form>
    </WalletPage>
  );
}

const DETAILS = {
  newFamilyCard: FAMILY_CARD_REASONS,
  certificate: CERTIFICATES,
  correction: CORRECTABLE,
} as const satisfies Record<Exclude<ServiceKind, 'move'>, readonly string[]>;

function wordFor(kind: keyof typeof DETAILS, value: string): string {
  const { cardReasons, certificates, parts } = serviceWords();
  const all: Record<string, string> = {
    newFamilyCard: cardReasons,
    certificate: certificates,
    correction: parts,
  }[kind];
  return all[value] ?? value;
}

function wishOf(
  kind: ServiceKind,
  { to, address, detail, note }: Record<'to' | 'address' | 'detail' | 'note', string>,
): WishWire {
  switch (kind) {
    case 'move':
      return { kind, to, address, note };
    case 'newFamilyCard':
      return { kind, reason: detail as (typeof FAMILY_CARD_REASONS)[number], note };
    case 'certificate':
      return { kind, certificate: detail as (typeof CERTIFICATES)[number], note };
    case 'correction':
      return { kind, part: detail as (typeof CORRECTABLE)[number], note };
  }
}
