import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import type { Applicant } from './applicant.ts';
import { FindingNotice } from './FindingNotice.tsx';
import { texts } from './texts.ts';

/** The selfie beside the photograph of the recording, and what a comparison came to; larger still, to be held against the card. */
export function Pictures({ applicant }: { applicant: Applicant }) {
  const { selfie, photograph, finding } = applicant;
  const [enlarged, setEnlarged] = useState(false);
  const selfieUrl = useObjectUrl(selfie?.image);
  const photographUrl = useObjectUrl(photograph);
  const t = texts();
  if (!selfie) return <Notice tone="warning" title={t.noSelfie} />;
  const pictures = [
    { url: selfieUrl, name: t.selfieShort, about: t.selfie },
    ...(photograph ? [{ url: photographUrl, name: t.photographShort, about: t.photograph }] : []),
  ];
  return (
    <div class="selfie">
      <div class="pictures">
        {pictures.map(
          ({ url, name, about }) =>
            url && (
              <figure key={name}>
                <img class="selfie-picture" src={url} alt={about} />
                <figcaption>{name}</figcaption>
              </figure>
            ),
        )}
      </div>
      <Button kind="secondary" onClick={() => setEnlarged(true)}>
        {t.enlarge}
      </Button>
      {finding && <FindingNotice finding={finding} />}
      <Dialog open={enlarged} title={t.enlarged} onClose={() => setEnlarged(false)}>
        <div class="pictures">
          {pictures.map(({ url, name, about }) => (
            <Enlarged key={name} url={url} about={about} />
          ))}
        </div>
      </Dialog>
    </div>
  );
}

function Enlarged({ url, about }: { url: string | undefined; about: string }) {
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    void picture.current?.decode().then(() => picture.current && centre(picture.current));
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the picture
    <section class="selfie-enlarged" tabIndex={0} aria-label={about}>
      <img ref={picture} src={url} alt="" />
    </section>
  );
}

/** Faces are in the middle of a picture, rather above than below. */
function centre(picture: HTMLImageElement): void {
  const frame = picture.parentElement!;
  frame.scrollTo((picture.width - frame.clientWidth) / 2, (picture.height - frame.clientHeight) / 3);
}
