import { signal } from '@preact/signals';
import { recall, remember } from '../../shared/remember.ts';
import { askToKeepStorage } from '../../shared/store.ts';

/** Whether the browser has promised to keep what this handset holds; undefined where that cannot be known. */
export const kept = signal<boolean | undefined>(undefined);

const ASKED_AT = 'keepAskedAt';
/** Some browsers ask the person, who must not be bothered at each visit; others say yes once the app is installed. */
const ASK_AGAIN_MS = 7 * 86_400_000;

/** Learns it, and asks again now and then as long as the answer was no. */
export async function learnWhetherKept(): Promise<void> {
  kept.value = await navigator.storage?.persisted?.().catch(() => undefined);
  if (kept.value !== false) return;
  if (Date.now() - Number(recall(ASKED_AT) ?? 0) > ASK_AGAIN_MS) await askToKeep();
}

export async function askToKeep(): Promise<void> {
  remember(ASKED_AT, String(Date.now()));
  kept.value = await askToKeepStorage();
}

addEventListener('appinstalled', () => void askToKeep());
