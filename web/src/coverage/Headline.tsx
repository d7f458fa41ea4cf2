import type { CoverageReply } from '@jatidiri/core/coverage/wire.ts';
import { formatCount } from '../shared/format.ts';
import { FigureCard, statedOf } from './FigureCard.tsx';
import { percentOf } from './formula.ts';
import { TargetBar } from './TargetBar.tsx';
import { texts } from './texts.ts';

/** The province: one sentence, what is counted, and the three percentages that are so easily mixed. */
export function Headline({ reply: { province, target } }: { reply: CoverageReply }) {
  const t = texts();
  const { coverageOfWajibKtp, coverageOfRecorded, targetAttainment } = province;
  const targetPercent = percentOf(target.percent / 100, 0);
  return (
    <>
      <p class="coverage-lead">{t.ofHundred(outOfHundred(coverageOfWajibKtp.ratio ?? 0))}</p>

      <section class="stack-s" aria-labelledby="dihitung">
        <h2 id="dihitung" class="unseen">
          {t.counts}
        </h2>
        <dl class="coverage-counts">
          <Count name={t.active} hint={t.activeHint} count={province.ikdActive} chief />
          <Count name={t.wajibKtp} hint={t.wajibKtpHint} count={province.wajibKtp} />
          <Count name={t.recorded} hint={t.recordedHint} count={province.recorded} />
          <Count name={t.residents} hint={province.name} count={province.residents} />
        </dl>
        <p class="coverage-stated soft">{statedOf(coverageOfWajibKtp)}</p>
      </section>

      <TargetBar region={province} target={target} />

      <section class="stack-s" aria-labelledby="persentase">
        <h2 id="persentase">{t.figures}</h2>
        <p class="soft">{t.figuresIntro}</p>
        <div class="coverage-figures">
          <FigureCard title={t.coverageOfWajibKtp} figure={coverageOfWajibKtp} />
          <FigureCard title={t.coverageOfRecorded} figure={coverageOfRecorded} />
          <FigureCard
            title={t.targetAttainment(targetPercent)}
            figure={targetAttainment}
            hint={t.attainmentHint}
          />
        </div>
      </section>
    </>
  );
}

interface CountProps {
  name: string;
  hint: string;
  count: number;
  chief?: boolean;
}

function Count({ name, hint, count, chief }: CountProps) {
  return (
    <div class={chief ? 'coverage-count coverage-chief' : 'coverage-count'}>
      <dt>{name}</dt>
      <dd>
        <span class="coverage-number">{formatCount(count)}</span>
        <span class="soft coverage-hint">{hint}</span>
      </dd>
    </div>
  );
}

function outOfHundred(ratio: number): string {
  const t = texts();
  const whole = Math.round(ratio * 100);
  if (ratio > 0 && whole === 0) return t.lessThanOne;
  return whole === ratio * 100 ? formatCount(whole) : t.about(formatCount(whole));
}
