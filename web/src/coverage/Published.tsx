import '../shared/ui/card.css';
import './published.css';
import { type AssessedFigure, PublishedReply } from '@jatidiri/core/coverage/wire.ts';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../shared/api.ts';
import { site } from '../shared/site.ts';
import { Busy } from '../shared/ui/Busy.tsx';
import { Button } from '../shared/ui/Button.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { useFeed } from '../shared/useFeed.ts';
import { articles } from './articles.ts';
import { BareFigures, isBare } from './BareFigures.tsx';
import { Contradictions } from './Contradictions.tsx';
import { PublishedItem } from './PublishedItem.tsx';
import { publishedTexts } from './publishedTexts.ts';

const EVERY_MS = 60_000;
const parseReply = (body: unknown) => v.parse(PublishedReply, body);

/** What others printed, article by article, each figure with what its parts say. */
export function Published() {
  const t = publishedTexts();
  const { reply, refusal } = useFeed('/api/coverage/published', parseReply, EVERY_MS);
  const earlier = useEarlier(reply?.nextPage ?? null);
  if (reply?.figures.length === 0) return null;
  return (
    <section class="stack published" aria-labelledby="dipublikasikan">
      <div class="stack-s">
        <h2 id="dipublikasikan">{t.heading}</h2>
        <p class="soft">{t.intro}</p>
        {site.value?.demo && <p class="soft">{t.realNews}</p>}
      </div>
      {!reply && !refusal && <Busy label={t.loading} />}
      {!reply && refusal && (
        <Notice tone="warning" title={t.unreachable}>
          <p>{refusal.detail}</p>
        </Notice>
      )}
      <Contradictions />
      {reply &&
        bySource([...reply.figures, ...earlier.figures]).map((group) => (
          <Article key={group[0]!.source} figures={group} />
        ))}
      {earlier.refusal && <p role="alert">{earlier.refusal.detail}</p>}
      {reply && earlier.nextPage !== null && (
        <div class="no-print">
          <Button kind="secondary" busy={earlier.busy} onClick={() => void earlier.load()}>
            {t.earlier}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What was published before the first page, loaded when somebody asks for it. */
function useEarlier(second: number | null) {
  const [loaded, setLoaded] = useState<PublishedReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const nextPage = loaded ? loaded.nextPage : second;

  async function load(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const path = `/api/coverage/published?page=${nextPage}`;
    const answer = await callApi({ method: 'GET', path, parse: parseReply });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    const figures = [...(loaded?.figures ?? []), ...answer.value.figures];
    setLoaded({ figures, nextPage: answer.value.nextPage });
  }
  return { figures: loaded?.figures ?? [], nextPage, refusal, busy, load };
}

function Article({ figures }: { figures: readonly AssessedFigure[] }) {
  const { source } = figures[0]!;
  const article = articles()[source];
  const bare = figures.filter(isBare);
  const others = figures.filter((figure) => !isBare(figure));
  return (
    <article class="card published-article">
      <header class="published-source">
        <p class="soft">{article ? `${article.publisher}, ${article.date}` : publishedTexts().source}</p>
        <h3>{article?.title ?? publishedTexts().report}</h3>
      </header>
      {others.length > 0 && (
        <ul class="published-items">
          {others.map((figure) => (
            <PublishedItem key={figure.id} figure={figure} />
          ))}
        </ul>
      )}
      {bare.length > 0 && <BareFigures figures={bare} />}
    </article>
  );
}

function bySource(figures: readonly AssessedFigure[]): AssessedFigure[][] {
  const groups = new Map<string, AssessedFigure[]>();
  for (const figure of figures) groups.set(figure.source, [...(groups.get(figure.source) ?? []), figure]);
  return [...groups.values()];
}
