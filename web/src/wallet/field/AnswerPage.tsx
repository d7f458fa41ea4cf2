import { acceptCards, type CardHandoverRefusalCode } from '@jatidiri/core/field/cardHandover.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { useState } from 'preact/hooks';
import { FramesScanner } from '../../shared/qr/FramesScanner.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { obtainDeviceKey } from '../handset/deviceKey.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { officerTrust } from './roots.ts';
import { texts } from './texts.ts';

type Trouble = CardHandoverRefusalCode | 'cards/no-roots';

/** Reads the provisional card from the officer's screen, and keeps it only when it is genuine and for this handset. */
export function AnswerPage({ onBack }: { onBack: () => void }) {
  const t = texts();
  const { handset, field } = useWallet();
  const [trouble, setTrouble] = useState<Trouble>();

  async function take(data: Bytes): Promise<void> {
    const trust = await officerTrust(handset.store);
    if (!trust) return setTrouble('cards/no-roots');
    const ownKey = (await obtainDeviceKey(handset.store)).jwk;
    const now = handset.clock.now();
    const cards = await acceptCards(
      data,
      { ownKey, verifySession: trust.verifySession, now },
      webSuite(crypto.subtle),
    );
    if (!cards.ok) return setTrouble(cards.refusal.code);
    await field.keep(cards.value);
  }
  return (
    <WalletPage title={t.answerTitle} onBack={onBack} worksOffline>
      {trouble && (
        <Notice
          tone={trouble === 'cards/not-genuine' ? 'refusal' : 'warning'}
          title={t.answerTrouble[trouble].what}
          live
        >
          <p>{t.answerTrouble[trouble].next}</p>
        </Notice>
      )}
      <FramesScanner onData={(data) => void take(data)} onOther={() => setTrouble('cards/other-code')} />
    </WalletPage>
  );
}
