import { RECEIVERS, type Receiver, SPOILED_REASONS, type SpoiledReason } from '@jatidiri/core/card/model.ts';
import type { CardShown } from '@jatidiri/core/card/wire.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { useEffect, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { inFours } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { SignaturePad } from '../signature/SignaturePad.tsx';
import { cardPicture, handOver, spoilCards } from './cardsApi.ts';
import { texts } from './texts.ts';

interface HandOverPageProps {
  readonly card: CardShown;
  readonly onDone: () => void;
}

/** The card as it was printed, who takes it, and a signature; or why nobody gets it. */
export function HandOverPage({ card, onDone }: HandOverPageProps) {
  const { session } = useDesk();
  const t = texts();
  const [picture, setPicture] = useState<Blob>();
  const [receiver, setReceiver] = useState<Receiver>('owner');
  const [spoiling, setSpoiling] = useState(false);
  const [reason, setReason] = useState<SpoiledReason>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const url = useObjectUrl(picture);
  useEffect(() => {
    void cardPicture(session, card.id).then((read) => read.ok && setPicture(read.value));
  }, [card.id]);

  async function send(request: ReturnType<typeof handOver>, said: string): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const done = await request;
    setBusy(false);
    if (!done.ok) {
      setRefusal(done.refusal);
      if (done.refusal.code === 'card/data-changed') setSpoiling(true);
      return;
    }
    announce(said);
    onDone();
  }
  return (
    <DeskPage title={t.handOverTo(card.name)} onBack={onDone}>
      <p>
        <span class="digits">{inFours(card.nik)}</span> · {card.kelurahanDesa} · {t.reasons[card.reason]}
      </p>
      {url && <img class="cards-picture" src={url} alt={t.cardPicture(card.name)} />}
      {refusal && <RefusalNotice refusal={refusal} />}
      {spoiling ? (
        <>
          <Choice
            name="spoiled"
            label={t.spoilWhy}
            options={SPOILED_REASONS.map((value) => ({ value, label: t.spoiled[value] }))}
            value={reason}
            onValue={setReason}
          />
          <div class="row">
            <Button
              kind="danger"
              busy={busy}
              disabled={!reason}
              onClick={() =>
                reason && void send(spoilCards(session, { cards: [card.id], reason }), t.spoiledDone)
              }
            >
              {t.spoilNow}
            </Button>
            <Button kind="quiet" onClick={() => setSpoiling(false)}>
              {t.back}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Choice
            name="receiver"
            label={t.receiver}
            options={RECEIVERS.map((value) => ({ value, label: t.receivers[value] }))}
            value={receiver}
            onValue={setReceiver}
          />
          <p>{t.signatureLead}</p>
          <SignaturePad
            label={t.signature}
            busy={busy}
            action={t.handOverNow}
            onSignature={(signature) =>
              void send(
                handOver(session, card.id, { receiver, signature: toBase64url(signature) }),
                t.handedOver,
              )
            }
          />
          <p class="soft">{t.wrongFace}</p>
          <div>
            <Button kind="quiet" onClick={() => setSpoiling(true)}>
              {t.spoil}
            </Button>
          </div>
        </>
      )}
    </DeskPage>
  );
}
