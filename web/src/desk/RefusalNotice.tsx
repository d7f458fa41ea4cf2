import { useEffect, useRef } from 'preact/hooks';
import { Notice } from '../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

interface RefusalNoticeProps {
  readonly refusal: { readonly code: string; readonly detail: string };
}

/** Why it does not go on, and what to do. Takes the focus when it appears. */
export function RefusalNotice({ refusal }: RefusalNoticeProps) {
  const t = texts();
  const box = useRef<HTMLDivElement>(null);
  // Every new refusal is news, also the same one again.
  useEffect(() => box.current?.focus(), [refusal]);
  const network = refusal.code.startsWith('network/');
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={network ? 'warning' : 'refusal'} title={network ? t.notSent : t.stopped} live>
        <p>{refusal.detail}</p>
      </Notice>
    </div>
  );
}
