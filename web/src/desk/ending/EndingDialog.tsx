import type { EndingRequest } from '@jatidiri/core/activation/wire.ts';
import { inFours } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { texts } from './texts.ts';

interface EndingDialogProps {
  /** Whom it is about; closed without. */
  readonly request: EndingRequest | undefined;
  readonly onConfirm: (request: EndingRequest) => void;
  readonly onClose: () => void;
}

/** The last look: who, why, and what cannot be taken back. */
export function EndingDialog({ request, onConfirm, onClose }: EndingDialogProps) {
  const t = texts();
  return (
    <Dialog open={request !== undefined} title={t.question} onClose={onClose}>
      {request && (
        <>
          <div>
            <p class="ending-name">{request.name}</p>
            <p class="digits">{inFours(request.nik)}</p>
            <p class="soft">{t.reasons[request.reason].label}</p>
          </div>
          <ul class="ending-meaning">
            {t.meaning.map((meaning) => (
              <li key={meaning}>{meaning}</li>
            ))}
          </ul>
          <div class="row">
            <Button kind="danger" onClick={() => onConfirm(request)}>
              {t.endNow}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              {t.keep}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
