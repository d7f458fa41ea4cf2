import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import type { MatchReply } from '@jatidiri/core/matching/wire.ts';
import { formatCount } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

/** The verdicts, element by element; never a value. */
export function MatchAnswer({ answer }: { answer: MatchReply }) {
  const t = texts();
  const verdicts = Object.entries(answer.elements);
  const allFit = verdicts.every(([, { verdict }]) => verdict === 'Sesuai') && answer.reason === null;
  return (
    <Notice tone={allFit ? 'success' : 'warning'} title={t.answer} live>
      {answer.reason && <p>{t.reasons[answer.reason]}</p>}
      <dl class="facts">
        {verdicts.map(([element, { verdict, similarity }]) => (
          <div key={element}>
            <dt>{IKD_CLAIMS[element as keyof typeof IKD_CLAIMS][lang.value]}</dt>
            <dd>
              {verdict}
              {similarity !== undefined && <span class="soft"> · {t.similar(formatCount(similarity))}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
