import { parseName } from '@jatidiri/core/activation/contact.ts';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { QrScanner } from '../../shared/qr/QrScanner.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { PasteQr } from '../applicant/PasteQr.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { texts as personTexts } from '../person/texts.ts';
import { MoveDecisionPage } from './MoveDecisionPage.tsx';
import { lookUpMove, type Movable } from './moving.ts';
import { texts } from './texts.ts';

type PersonField = 'nik' | 'name';

/** Somebody has a new telephone, or no PIN any more: who it is, then the QR of the handset that is to hold the identity. */
export function MovingPage() {
  const { session } = useDesk();
  const { route } = useLocation();
  const [nik, setNik] = useState('');
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<readonly PersonField[]>([]);
  const [scanning, setScanning] = useState(false);
  const [looking, setLooking] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [movable, setMovable] = useState<Movable>();
  const t = texts();
  const p = personTexts();
  const errorOf = (field: PersonField) => (wrong.includes(field) ? p.wrong[field] : undefined);

  function toScan(): void {
    const incomplete: PersonField[] = [];
    if (!parseNik(digitsOf(nik)).ok) incomplete.push('nik');
    if (!parseName(name).ok) incomplete.push('name');
    setWrong(incomplete);
    setRefusal(undefined);
    setScanning(incomplete.length === 0);
  }
  async function find(qr: string): Promise<void> {
    if (looking) return;
    setLooking(true);
    setRefusal(undefined);
    const found = await lookUpMove(session, { nik: digitsOf(nik), name: name.trim(), qr });
    setLooking(false);
    if (found.ok) return setMovable(found.value);
    setRefusal(found.refusal);
    if (!found.refusal.code.startsWith('recovery/qr')) setScanning(false);
  }

  if (movable) return <MoveDecisionPage movable={movable} onBack={() => setMovable(undefined)} />;
  return (
    <DeskPage title={t.title} onBack={() => (scanning ? setScanning(false) : route('/'))}>
      {refusal && <RefusalNotice refusal={refusal} text={p.refusals[refusal.code] ?? refusal.detail} />}
      {scanning ? (
        <>
          <p class="soft">{t.scanLead}</p>
          {looking && <Busy label={t.looking} />}
          <QrScanner onText={(text) => void find(text)} />
          <PasteQr busy={looking} onText={(text) => void find(text)} />
        </>
      ) : (
        <>
          <p class="soft">{t.lead}</p>
          <Form errors={wrong.map((field) => ({ field, text: p.wrong[field] }))} onSubmit={toScan}>
            <NikField label={p.nik} hint={p.nikHint} error={errorOf('nik')} value={nik} onValue={setNik} />
            <Field
              name="name"
              label={p.name}
              hint={p.nameHint}
              error={errorOf('name')}
              value={name}
              onValue={setName}
              autoComplete="off"
              autoCapitalize="characters"
              maxLength={100}
            />
            <div>
              <Button type="submit">{t.scan}</Button>
            </div>
          </Form>
        </>
      )}
    </DeskPage>
  );
}
