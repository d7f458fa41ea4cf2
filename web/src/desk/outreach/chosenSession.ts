import { UUID } from '@jatidiri/core/kit/uuid.ts';
import { type Signal, signal } from '@preact/signals';

/** The outreach session for which this desk works. */
export interface ChosenSession {
  readonly id: string;
  readonly place: string;
}

const NAME = 'outreach-session';

/** Remembered for as long as the tab is open, so that a reload on the day does not count people elsewhere. */
export function openChosenSession(): Signal<ChosenSession | undefined> {
  const chosen = signal(remembered());
  chosen.subscribe((value) => {
    if (value) sessionStorage.setItem(NAME, JSON.stringify(value));
    else sessionStorage.removeItem(NAME);
  });
  return chosen;
}

function remembered(): ChosenSession | undefined {
  try {
    const { id, place } = JSON.parse(sessionStorage.getItem(NAME) ?? '{}');
    return UUID.test(id) && typeof place === 'string' ? { id, place } : undefined;
  } catch {
    return undefined;
  }
}
