import { drawKitBadge } from '@jatidiri/core/badge/drawBadge.ts';
import { BADGE_NUMBER, BADGE_REFRESH_SECONDS } from '@jatidiri/core/badge/model.ts';
import { fromBase64 } from '@jatidiri/core/kit/bytes.ts';
import { useEffect, useState } from 'preact/hooks';
import { dictionary } from '../../../shared/i18n.ts';
import { QrView } from '../../../shared/qr/QrView.tsx';
import { Busy } from '../../../shared/ui/Busy.tsx';
import { Field } from '../../../shared/ui/Field.tsx';
import { timeAt } from '../about.ts';
import { KitPage } from '../KitPage.tsx';
import type { OpenKit } from '../kit.ts';
import { useOpenedKit } from '../openKitContext.ts';

const texts = dictionary({
  id: {
    title: 'Lencana saya',
    lead: 'Tunjukkan kepada warga sebelum meminta apa pun. Warga memeriksanya dengan ponselnya sendiri, juga tanpa jaringan.',
    number: 'Angka di layar warga',
    numberHint: 'Empat angka; supaya warga yakin ini bukan foto.',
    label: (name: string) => `QR lencana ${name}`,
  },
  en: {
    title: 'My badge',
    lead: 'Show it to residents before you ask for anything. They check it with their own phone, also without a network.',
    number: 'The number on the resident’s screen',
    numberHint: 'Four digits; so that the resident is sure that this is no photo.',
    label: (name) => `QR code of the badge of ${name}`,
  },
});

/** Who stands there, signed by the kit key: drawn anew all the time, so that a photograph of it is worth nothing. */
export function BadgePage() {
  const { open } = useOpenedKit();
  const [number, setNumber] = useState('');
  const badge = useBadge(open, BADGE_NUMBER.test(number) ? number : null);
  const t = texts();
  const { name } = open.officer;
  return (
    <KitPage title={t.title}>
      <p>{t.lead}</p>
      <p class="record-name">{name}</p>
      {badge ? <QrView data={badge} label={t.label(name)} /> : <Busy />}
      <Field
        name="angka"
        label={t.number}
        hint={t.numberHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        digits
        optional
        value={number}
        onValue={setNumber}
      />
    </KitPage>
  );
}

function useBadge({ keys, officer, about }: OpenKit, number: string | null): string | undefined {
  const [badge, setBadge] = useState<string>();
  useEffect(() => {
    const signer = { sign: keys.sign, certificate: fromBase64(officer.certificate) };
    const draw = () => void drawKitBadge(signer, { at: timeAt(about, Date.now()), number }).then(setBadge);
    draw();
    const timer = setInterval(draw, BADGE_REFRESH_SECONDS * 1_000);
    return () => clearInterval(timer);
  }, [keys, officer, about, number]);
  return badge;
}
