import { ContradictionList } from '@jatidiri/core/coverage/programmeWire.ts';
import * as v from 'valibot';
import { formatDate } from '../shared/format.ts';
import { lang } from '../shared/i18n.ts';
import { useFeed } from '../shared/useFeed.ts';
import { publishedTexts } from './publishedTexts.ts';

const EVERY_MS = 60_000;
const parseReply = (body: unknown) => v.parse(ContradictionList, body);

/** Where published figures cannot all be true: open ones first, resolved ones with their reason. */
export function Contradictions() {
  const t = publishedTexts();
  const { reply } = useFeed('/api/coverage/contradictions', parseReply, EVERY_MS);
  if (!reply || reply.contradictions.length === 0) return null;
  return (
    <section class="card" aria-labelledby="bertentangan">
      <h2 id="bertentangan">{t.contradictions}</h2>
      <ul class="published-items">
        {reply.contradictions.map(({ id, sentence, resolution }) => (
          <li key={id} class="contradiction">
            <p>{sentence[lang.value]}</p>
            <p class="soft">
              {resolution
                ? t.resolvedBy(resolution.office, formatDate(new Date(resolution.at)), resolution.reason)
                : t.unresolved}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
