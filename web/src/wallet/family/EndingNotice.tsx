import type { KiaMoment } from '@jatidiri/core/kia/ending.ts';
import type { KiaForm } from '@jatidiri/core/registry/model.ts';
import { formatDay } from '../../shared/format.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

interface EndingNoticeProps {
  readonly name: string;
  readonly form: KiaForm;
  readonly moment: KiaMoment;
  readonly until: string;
}

/** That a child's KIA ends, or has ended, what happens then, and what the parents do. */
export function EndingNotice({ name, form, moment, until }: EndingNoticeProps) {
  const { title, what, steps } = texts().endings[form][moment];
  return (
    <Notice title={title(name)} tone={moment === 'reached' ? 'warning' : 'info'}>
      <p>{what(formatDay(until))}</p>
      <ol class="family-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Notice>
  );
}
