import type { InvitationReply } from '@jatidiri/core/office/wire.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDateTime } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

interface InvitationCodeProps {
  readonly name: string;
  readonly invitation: InvitationReply;
  readonly onClose: () => void;
}

/** The code, shown once: the server keeps only its digest. */
export function InvitationCode({ name, invitation, onClose }: InvitationCodeProps) {
  const [copied, setCopied] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const t = texts();
  // Every new code is news.
  useEffect(() => {
    setCopied(false);
    box.current?.focus();
  }, [invitation.code]);

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(invitation.code);
    setCopied(true);
    announce(t.copied);
  }
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="success" title={t.codeTitle(name)}>
        <p class="staff-code digits">{invitation.code}</p>
        <p>{t.codeHint(formatDateTime(new Date(invitation.expiresAt)))}</p>
        <p>{t.codeHow}</p>
        <div class="row">
          <Button kind="secondary" onClick={() => void copy()}>
            {copied ? t.copied : t.copy}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t.close}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
