import type { SchoolListReply } from '@jatidiri/core/recording/voterWire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { FileButton } from '../../shared/camera/FileButton.tsx';
import { formatCount } from '../../shared/format.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { sendSchoolList } from './voterApi.ts';
import { voterTexts } from './voterTexts.ts';

const NAMED_LINES = 20;

/** A school’s list as a file; which lines were not taken is said by number. */
export function SchoolListForm({ onTaken }: { onTaken: () => void }) {
  const { session } = useDesk();
  const t = voterTexts();
  const [taken, setTaken] = useState<SchoolListReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function send(file: Blob): Promise<void> {
    setTaken(undefined);
    setRefusal(undefined);
    const answer = await sendSchoolList(session, file);
    if (!answer.ok) return setRefusal(answer.refusal);
    setTaken(answer.value);
    onTaken();
  }
  return (
    <div class="stack-s">
      <p class="soft">{t.schoolListHint}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {taken && (
        <Notice
          tone={taken.unusable.length > 0 ? 'warning' : 'success'}
          title={t.taken(formatCount(taken.taken))}
          live
        >
          {taken.unusable.length > 0 && (
            <p>
              {t.notTaken(formatCount(taken.unusable.length))}{' '}
              {taken.unusable.slice(0, NAMED_LINES).join(', ')}
              {taken.unusable.length > NAMED_LINES && ' …'}
            </p>
          )}
        </Notice>
      )}
      <FileButton label={t.schoolList} accept=".csv,text/csv" onFile={(file) => void send(file)} />
    </div>
  );
}
