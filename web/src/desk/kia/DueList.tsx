import { DUE_KINDS, type DueKind } from '@jatidiri/core/kia/model.ts';
import type { DueReply } from '@jatidiri/core/kia/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDay } from '../../shared/format.ts';
import { RegionPicker } from '../../shared/region/RegionPicker.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { listDue } from './kiaApi.ts';
import { texts } from './texts.ts';

interface DueListProps {
  /** The region of the office. */
  readonly office: string;
  readonly onChoose: (nik: string) => void;
}

/** Children whose card ends at five, or who have none, by where they live. */
export function DueList({ office, onChoose }: DueListProps) {
  const t = texts();
  const { session } = useDesk();
  const [within, setWithin] = useState(office);
  const [kind, setKind] = useState<DueKind>('renewal');
  const [due, setDue] = useState<DueReply>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const found = await listDue(session, within, kind);
    setBusy(false);
    if (found.ok) setDue(found.value);
    else setRefusal(found.refusal);
  }
  return (
    <section class="stack-s">
      <h2>{t.lists}</h2>
      <p class="soft">{t.listsHint}</p>
      <Form errors={[]} onSubmit={() => void load()}>
        <Choice
          name="due"
          label={t.which}
          options={DUE_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
          value={kind}
          onValue={setKind}
        />
        <RegionPicker name="kia-region" within={office} value={within} onValue={setWithin} />
        <div>
          <Button type="submit" kind="secondary" busy={busy}>
            {t.show}
          </Button>
        </div>
      </Form>
      {refusal && <RefusalNotice refusal={refusal} />}
      {due?.children.length === 0 && <p>{t.none}</p>}
      {due && due.children.length > 0 && (
        <ul class="staff">
          {due.children.map((child) => (
            <li key={child.nik} class="staff-member">
              <span class="staff-name">{child.name}</span>
              <span class="soft">
                {formatDay(child.birthDate)} · {child.address}, {child.kelurahanDesa}
                {child.until && ` · ${t.until(formatDay(child.until))}`}
              </span>
              <div>
                <Button kind="quiet" onClick={() => onChoose(child.nik)}>
                  {t.choose}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {due?.more && <p class="soft">{t.more}</p>}
    </section>
  );
}
