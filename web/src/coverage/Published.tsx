import '../shared/ui/card.css';
import './published.css';
import { type AssessedFigure, PublishedReply } from '@jatidiri/core/coverage/wire.ts';
import * as v from 'valibot';
import { site } from '../shared/site.ts';
import { Busy } from '../shared/ui/Busy.tsx';
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
      {reply && bySource(reply.figures).map((group) => <Article key={group[0]!.source} figures={group} />)}
    </section>
  );
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
