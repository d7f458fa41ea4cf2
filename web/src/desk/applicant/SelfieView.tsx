import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import type { Selfie } from './applicant.ts';
import { texts } from './texts.ts';

/** The selfie, large; and larger still, to be held against the card. */
export function SelfieView({ selfie }: { selfie: Selfie | undefined }) {
  const [enlarged, setEnlarged] = useState(false);
  const url = useObjectUrl(selfie?.image);
  const t = texts();
  if (!selfie) return <Notice tone="warning" title={t.noSelfie} />;
  return (
    <div class="selfie">
      {url && <img class="selfie-picture" src={url} alt={t.selfie} />}
      <Button kind="secondary" onClick={() => setEnlarged(true)}>
        {t.enlarge}
      </Button>
      <Dialog open={enlarged} title={t.selfie} onClose={() => setEnlarged(false)}>
        <img class="selfie-enlarged" src={url} alt={t.selfie} />
      </Dialog>
    </div>
  );
}

function useObjectUrl(image: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = image && URL.createObjectURL(image);
    setUrl(made);
    return () => {
      if (made) URL.revokeObjectURL(made);
    };
  }, [image]);
  return url;
}
