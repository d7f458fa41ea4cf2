import type { IdentityQrRefusalCode } from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { texts as verifierTexts } from '../texts.ts';
import { useVerifier } from '../verifier.ts';
import { HELPED_BY_RENEWING, refusalTexts } from './refusalTexts.ts';
import { texts } from './texts.ts';

/** Why, and what to do next. */
export function Refused({ code }: { code: IdentityQrRefusalCode }) {
  const t = texts();
  const { why, next } = refusalTexts()[code];
  return (
    <>
      <p class="verdict-why">{why}</p>
      <section class="stack-s">
        <h2>{t.next}</h2>
        <p>{next}</p>
      </section>
      {HELPED_BY_RENEWING.has(code) && <RenewLists />}
    </>
  );
}

function RenewLists() {
  const t = texts();
  const { trust } = useVerifier();
  const [asked, setAsked] = useState(false);
  async function renew(): Promise<void> {
    await trust.renew();
    setAsked(true);
  }
  const refusal = trust.refusal.value;
  return (
    <div class="stack-s">
      {asked && !trust.busy.value && (
        <Notice tone={refusal ? 'warning' : 'success'} live>
          <p>{refusal ? verifierTexts().notRenewed[refusal] : t.renewed}</p>
        </Notice>
      )}
      <div>
        <Button kind="secondary" busy={trust.busy.value} onClick={() => void renew()}>
          {t.renew}
        </Button>
      </div>
    </div>
  );
}
