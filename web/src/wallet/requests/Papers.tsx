import { MOST_DOCUMENTS } from '@jatidiri/core/service/model.ts';
import { useState } from 'preact/hooks';
import { FileButton } from '../../shared/camera/FileButton.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { photographPage } from './photographPage.ts';
import { texts } from './texts.ts';

interface PapersProps {
  pages: readonly Blob[];
  onPages: (pages: readonly Blob[]) => void;
}

/** Photographed papers, to be looked at before they are sent. */
export function Papers({ pages, onPages }: PapersProps) {
  const t = texts();
  const [unusable, setUnusable] = useState(false);

  async function add(file: File): Promise<void> {
    const page = await photographPage(file);
    setUnusable(!page);
    if (page) onPages([...pages, page]);
  }
  return (
    <fieldset class="stack-s">
      <legend class="field-label">{t.papers}</legend>
      <p class="soft">{t.papersHint}</p>
      <ul class="papers">
        {pages.map((page, at) => (
          <Paper
            key={at}
            page={page}
            name={t.paper(at + 1)}
            onDrop={() => onPages(pages.filter((one) => one !== page))}
          />
        ))}
      </ul>
      {unusable && (
        <p class="field-error" role="alert">
          {t.unusable}
        </p>
      )}
      {pages.length < MOST_DOCUMENTS && <FileButton label={t.addPaper} onFile={(file) => void add(file)} />}
    </fieldset>
  );
}

function Paper({ page, name, onDrop }: { page: Blob; name: string; onDrop: () => void }) {
  const address = useObjectUrl(page);
  return (
    <li>
      <img class="papers-page" src={address} alt={name} />
      <Button kind="quiet" onClick={onDrop}>
        {texts().dropPaper}
        <span class="unseen">: {name}</span>
      </Button>
    </li>
  );
}
