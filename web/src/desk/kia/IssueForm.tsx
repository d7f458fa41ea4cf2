import type { KiaReply } from '@jatidiri/core/kia/wire.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { CameraCapture } from '../../shared/camera/CameraCapture.tsx';
import { formatDay } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { issueKia } from './kiaApi.ts';
import { texts } from './texts.ts';

interface IssueFormProps {
  readonly nik: string;
  readonly onNik: (nik: string) => void;
  readonly onPrint: (nik: string) => Promise<void>;
}

/** A child's NIK, a photograph where the age asks for one, and the card to print. */
export function IssueForm({ nik, onNik, onPrint }: IssueFormProps) {
  const t = texts();
  const { session } = useDesk();
  const [wrong, setWrong] = useState(false);
  const [needsPhoto, setNeedsPhoto] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [issued, setIssued] = useState<KiaReply>();
  const digits = digitsOf(nik);

  async function issue(photo: Blob | null): Promise<void> {
    const good = parseNik(digits).ok;
    setWrong(!good);
    setRefusal(undefined);
    setIssued(undefined);
    if (!good || busy) return;
    setBusy(true);
    const photograph = photo && toBase64url(new Uint8Array(await photo.arrayBuffer()));
    const answer = await issueKia(session, digits, photograph);
    setBusy(false);
    const asksPhoto = !answer.ok && answer.refusal.code === 'kia/photograph-missing';
    setNeedsPhoto(asksPhoto);
    if (answer.ok) setIssued(answer.value);
    else if (!asksPhoto) setRefusal(answer.refusal);
  }
  async function print(): Promise<void> {
    const good = parseNik(digits).ok;
    setWrong(!good);
    setRefusal(undefined);
    if (good) await onPrint(digits);
  }
  return (
    <section class="stack">
      {refusal && <RefusalNotice refusal={refusal} />}
      {issued && (
        <Notice tone="success" title={t.issued} live>
          <p>
            {t.forms[issued.form]}, {t.until(formatDay(issued.until))}
          </p>
        </Notice>
      )}
      <Form errors={wrong ? [{ field: 'nik', text: t.nikWrong }] : []} onSubmit={() => void issue(null)}>
        <NikField
          label={t.nik}
          hint={t.nikHint}
          error={wrong ? t.nikWrong : undefined}
          value={nik}
          onValue={(value) => {
            onNik(value);
            setNeedsPhoto(false);
          }}
        />
        <div class="row">
          <Button type="submit" busy={busy}>
            {t.issue}
          </Button>
          <Button kind="secondary" onClick={print}>
            {t.print}
          </Button>
        </div>
      </Form>
      {needsPhoto && (
        <section class="stack-s">
          <h2>{t.photo}</h2>
          <p>{t.photoHint}</p>
          <CameraCapture busy={busy} onPhoto={(photo) => void issue(photo)} />
        </section>
      )}
    </section>
  );
}
