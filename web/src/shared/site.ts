import { signal } from '@preact/signals';
import { recall, remember } from './remember.ts';

/** What the server says about this installation. The origins lead from one entry to another. */
export interface Site {
  /** All data are synthetic, and every page says so. */
  readonly demo: boolean;
  /** Whether anybody at the verifier page may ask a wallet online. */
  readonly counterPage: boolean;
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
  try {
    const answer = await fetch('/api/site', { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    const text = await answer.text();
    site.value = parse(text) ?? site.value;
    if (site.value) remember(KEY, text);
  } catch {
    // Without a network the answer of the last visit holds.
  }
}

function stored(): Site | undefined {
  const text = recall(KEY);
  return text === undefined ? undefined : parse(text);
}

function parse(text: string): Site | undefined {
  try {
    const { demo, counterPage, origins, outbox } = JSON.parse(text);
    const complete = ['portal', 'wallet', 'desk', 'verifier', 'coverage', 'partner'].every(
      (name) => typeof origins[name] === 'string',
    );
    if (typeof demo !== 'boolean' || !complete) return undefined;
    return {
      demo,
      counterPage: counterPage === true,
      origins,
      ...(typeof outbox === 'string' ? { outbox } : {}),
    };
  } catch {
    return undefined;
  }
}
