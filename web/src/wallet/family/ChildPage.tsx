import type { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatDay, inFours } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { SignedQr } from '../card/SignedQr.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { EndingNotice } from './EndingNotice.tsx';
import { endingOf, isValidOn } from './endings.ts';
import { readKia } from './readFamily.ts';
import { texts } from './texts.ts';

type Child = FamilyCredentialsReply['children'][number];
type Shown = 'kia' | 'nameAndPhoto';

/** A child's KIA for the parent's eyes; what a counter may see is chosen beforehand, the age band alone first. */
export function ChildPage({ child, today }: { child: Child; today: IsoDate }) {
  const t = texts();
  const { route } = useLocation();
  const [shown, setShown] = useState<Shown>();
  const kia = readKia(child.sdJwtVc);
  const ending = endingOf(child.sdJwtVc, today);
  const issued = shown && child.identityQr[shown];
  if (shown && issued) {
    const label = t.shown[shown];
    return (
      <WalletPage title={label} onBack={() => setShown(undefined)} worksOffline>
        <SignedQr issued={issued} label={label} />
      </WalletPage>
    );
  }
  return (
    <WalletPage title={t.kia} onBack={() => route('/keluarga')} worksOffline>
      <article class="kia" aria-label={t.kia}>
        <header class="kia-head">{t.kia}</header>
        <div class="kia-person">
          {child.portrait && <Portrait portrait={child.portrait} />}
          <p class="kia-name">{kia.name}</p>
        </div>
        <dl class="kia-facts">
          <dt>NIK</dt>
          <dd class="digits">{inFours(kia.nik)}</dd>
          <dt>{t.birth}</dt>
          <dd>
            {kia.birth_place}, {formatDay(kia.birth_date)}
          </dd>
          <dt>{t.validUntil}</dt>
          <dd>{formatDay(kia.valid_until)}</dd>
        </dl>
      </article>
      {ending && <EndingNotice {...ending} />}
      {isValidOn(child.sdJwtVc, today) && (
        <div class="stack-s">
          <div class="wallet-actions">
            <Button onClick={() => setShown('kia')}>{t.showBand}</Button>
            {child.identityQr.nameAndPhoto && (
              <Button kind="secondary" onClick={() => setShown('nameAndPhoto')}>
                {t.showName}
              </Button>
            )}
          </div>
          <p class="soft">{t.bandHint}</p>
        </div>
      )}
      <p class="soft">{t.handover}</p>
    </WalletPage>
  );
}

function Portrait({ portrait }: { portrait: string }) {
  const photo = useMemo(() => new Blob([fromBase64url(portrait)], { type: 'image/webp' }), [portrait]);
  const url = useObjectUrl(photo);
  return url ? <img class="kia-photo" src={url} alt={texts().portrait} width="72" height="96" /> : null;
}
