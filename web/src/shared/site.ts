import { signal } from '@preact/signals';
import { pauseAfter } from './pauseAfter.ts';
import { recall, remember } from './remember.ts';

/** What the server says about this installation. The origins lead from one entry to another. */
export interface Site {
  /** All data are synthetic, and every page says so. */
  readonly demo: boolean;
  /** Whether anybody at the verifier page may ask a wallet online. */
  readonly counterPage: boolean;
  /** How many people of a household may hold their identities on one handset. */
  readonly identitiesPerHandset: number;
  readonly origins: Readonly<
    Record<'portal' | 'wallet' | 'desk' | 'verifier' | 'coverage' | 'partner', string>
  >;
  /** Address of the page with the mails that were not sent: demonstration only. */
  readonly outbox?: string;
}

const KEY = 'site';

/** Undefined until the first answer; afterwards known without a network too. */
export const site = signal<Site | undefined>(stored());

export async function loadSite(): Promise<void> {
  // Without a network the answer of the last visit holds.
  const text = (await askSite())?.text;
  if (text === undefined) return;
  site.value = parse(text) ?? site.value;
  if (site.value) remember(KEY, text);
}

/** What the server said of itself, when it said so, and the moments between which it did, by this device's clock. */
export interface Heard {
  readonly text: string;
  readonly date: string | null;
  readonly sentAt: number;
  readonly receivedAt: number;
}

let asking: Promise<Heard | undefined> | undefined;

const FRESH_MS = 5_000;

/** Whoever asks while an answer is on its way, or just came, gets the same one: on a slow line each question costs seconds. */
export function askSite(): Promise<Heard | undefined> {
  asking ??= ask().finally(() => {
    setTimeout(() => {
      asking = undefined;
    }, FRESH_MS);
  });
  return asking;
}

const TRIES = 3;

async function ask(tries = 1): Promise<Heard | undefined> {
  const sentAt = Date.now();
  try {
    const answer = await fetch('/api/site', { headers: { accept: 'application/json' }, cache: 'no-store' });
    const receivedAt = Date.now();
    if (answer.ok) return { text: await answer.text(), date: answer.headers.get('date'), sentAt, receivedAt };
  } catch {
    // Lost on the way, or there is no network.
  }
  if (tries === TRIES || !navigator.onLine) return undefined;
  await pauseAfter(tries);
  return ask(tries + 1);
}

function stored(): Site | undefined {
  const text = recall(KEY);
  return text === undefined ? undefined : parse(text);
}

function parse(text: string): Site | undefined {
  try {
    const { demo, counterPage, identitiesPerHandset, origins, outbox } = JSON.parse(text);
    const complete = ['portal', 'wallet', 'desk', 'verifier', 'coverage', 'partner'].every(
      (name) => typeof origins[name] === 'string',
    );
    if (typeof demo !== 'boolean' || !complete) return undefined;
    return {
      demo,
      counterPage: counterPage === true,
      identitiesPerHandset: typeof identitiesPerHandset === 'number' ? identitiesPerHandset : 1,
      origins,
      ...(typeof outbox === 'string' ? { outbox } : {}),
    };
  } catch {
    return undefined;
  }
}
