import type { Portrait } from '@jatidiri/core/identityqr/model.ts';
import type { VerifiedIdentityQr } from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import { useMemo } from 'preact/hooks';
import { formatDate, inFours } from '../../shared/format.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { duration } from '../texts.ts';
import { CardDetails } from './CardDetails.tsx';
import { texts } from './texts.ts';

/** Exactly what the resident chose to reveal, the face first: only a person can compare that. */
export function Revealed({ verified }: { verified: VerifiedIdentityQr }) {
  const t = texts();
  const { disclosure, warnings, provisional, expiresAt } = verified;
  return (
    <>
      {warnings.map(({ code, ageSeconds }) => (
        <Notice key={code} tone="warning">
          <p>{t.listOld(duration(ageSeconds * 1000))}</p>
        </Notice>
      ))}
      {disclosure.kind === 'nameAndPhoto' && <p class="revealed-name">{disclosure.name.reveal()}</p>}
      {disclosure.kind === 'fullCard' && (
        <p class="revealed-name">
          {disclosure.card.name.reveal()}
          <span class="revealed-nik digits">{inFours(disclosure.card.nik.reveal())}</span>
        </p>
      )}
      {disclosure.kind === 'kia' ? (
        <>
          <p class="revealed-name">{t.bands[disclosure.band]}</p>
          <p class="soft">{t.onlyKia}</p>
        </>
      ) : (
        <div class="revealed">
          <PortraitPicture portrait={disclosure.portrait} />
          <p>{t.compare}</p>
        </div>
      )}
      {provisional && (
        <Notice tone="warning" title={t.provisionalUntil(formatDate(expiresAt))}>
          <p>{t.provisionalBy(provisional.officer, provisional.office, provisional.place)}</p>
        </Notice>
      )}
      {disclosure.kind === 'fullCard' && <CardDetails card={disclosure.card} />}
      {disclosure.kind === 'over17' && <p class="soft">{t.only}</p>}
      {disclosure.kind === 'nameAndPhoto' && <p class="soft">{t.onlyName}</p>}
    </>
  );
}

function PortraitPicture({ portrait }: { portrait: Portrait }) {
  const picture = useMemo(() => new Blob([portrait.reveal()], { type: 'image/webp' }), [portrait]);
  const url = useObjectUrl(picture);
  return <img class="revealed-portrait" src={url} alt={texts().portrait} width="150" height="200" />;
}
