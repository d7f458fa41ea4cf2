import type { WantedDocument } from '@jatidiri/core/document/signedWire.ts';
import { fromBase64 } from '@jatidiri/core/kit/bytes.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { saveFile } from '../../shared/saveFile.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { drawDocument } from './familyApi.ts';

interface DrawDocumentProps {
  readonly nik: string;
  readonly document: WantedDocument;
  readonly label: string;
}

/** Draws a signed document up for whoever stands at the desk, and gives it to the browser to print. */
export function DrawDocument({ nik, document, label }: DrawDocumentProps) {
  const { session } = useDesk();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function draw(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const drawn = await drawDocument(session, { nik, document });
    setBusy(false);
    if (!drawn.ok) return setRefusal(drawn.refusal);
    saveFile(new Blob([fromBase64(drawn.value.pdf)], { type: 'application/pdf' }), drawn.value.fileName);
  }
  return (
    <>
      <div>
        <Button kind="quiet" busy={busy} onClick={draw}>
          {label}
        </Button>
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
    </>
  );
}
