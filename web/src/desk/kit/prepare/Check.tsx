import type { ComponentChildren } from 'preact';
import { texts } from './texts.ts';

export type CheckState = 'good' | 'look' | 'bad';

const SIGNS: Record<CheckState, string> = { good: '✓', look: '!', bad: '✗' };

interface CheckProps {
  readonly name: keyof ReturnType<typeof texts>['checks'];
  readonly state: CheckState;
  readonly children: ComponentChildren;
}

/** One line of the list: a sign, a word for it, what was found, and what to do. */
export function Check({ name, state, children }: CheckProps) {
  const t = texts();
  return (
    <li class={`kit-check kit-check-${state}`}>
      <span class="kit-check-sign" aria-hidden="true">
        {SIGNS[state]}
      </span>
      <div class="stack-s">
        <h2>
          {t.checks[name]} <span class="unseen">– {t.states[state]}</span>
        </h2>
        {children}
      </div>
    </li>
  );
}
