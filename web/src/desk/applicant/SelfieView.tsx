import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import type { Selfie } from './applicant.ts';
import { texts } from './texts.ts';

/** The selfie, large; and larger still, to be held against the card. */
export function SelfieView({ selfie }: { selfie: Selfie | undefined }) {
  const [enlarged, setEnlarged] = useState(false);
  const url = useObjectUrl(selfie?.image);
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (enlarged) void picture.current?.decode().then(() => picture.current && centre(picture.current));
  }, [enlarged]);
  const t = texts();
  if (!selfie) return <Notice tone="warning" title={t.noSelfie} />;
  return (
    <div class="selfie">
      {url && <img class="selfie-picture" src={url} alt={t.selfie} />}
      <Button kind="secondary" onClick={() => setEnlarged(true)}>
        {t.enlarge}
      </Button>
      <Dialog open={enlarged} title={t.enlarged} onClose={() => setEnlarged(false)}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the picture */}
        <section class="selfie-enlarged" tabIndex={0} aria-label={t.selfie}>
          <img ref={picture} src={url} alt="" />
        </section>
      </Dialog>
    </div>
  );
}

/** Faces are in the middle of a selfie, rather above than below. */
function centre(picture: HTMLImageElement): void {
  const frame = picture.parentElement!;
  frame.scrollTo((picture.width - frame.clientWidth) / 2, (picture.height - frame.clientHeight) / 3);
}
