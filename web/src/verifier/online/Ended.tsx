import type { PageReply } from '@jatidiri/core/verification/wire.ts';
import type { ComponentChildren } from 'preact';
import { Notice, type Tone } from '../../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

const TONES: Record<string, Tone> = {
  verified: 'success',
  declined: 'warning',
  refused: 'refusal',
  expired: 'warning',
};

/** That a request is over, and what to do next; no value of anybody. */
export function Ended({
  state,
  here,
  children,
}: {
  state: PageReply['state'];
  here: boolean;
  children?: ComponentChildren;
}) {
  const t = texts();
  const { title, text } = t.ended[state as keyof typeof t.ended];
  return (
    <Notice tone={TONES[state] ?? 'info'} title={title} live>
      <p>{state === 'verified' && !here ? t.goBack : text}</p>
      {children}
    </Notice>
  );
}
