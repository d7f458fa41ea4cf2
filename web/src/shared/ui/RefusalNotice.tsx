import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words.ts';
import { Notice } from './Notice.tsx';

interface RefusalNoticeProps {
  readonly refusal: { readonly code: string; readonly detail: string };
  /** Said instead of the refusal's own detail. */
  readonly text?: string;
}

/** Why it does not go on, and what to do. Takes the focus when it appears. */
export function RefusalNotice({ refusal, text = refusal.detail }: RefusalNoticeProps) {
  const t = words();
  const box = useRef<HTMLDivElement>(null);
  // Every new refusal is news, also the same one again.
  useEffect(() => box.current?.focus(), [refusal]);
  const network = isNetwork(refusal);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={network ? 'warning' : 'refusal'} title={network ? t.notSent : t.stopped} live>
        <p>{text}</p>
      </Notice>
    </div>
  );
}

/** It may go through the next time, as it is. */
export const isNetwork = ({ code }: { readonly code: string }): boolean => code.startsWith('network/');
