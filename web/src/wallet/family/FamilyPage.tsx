import type { EvidenceKind } from '@jatidiri/core/family/model.ts';
import type { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDay } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { LinkCard } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { EndingNotice } from './EndingNotice.tsx';
import { endingsOf } from './endings.ts';
import { readKia, readKk } from './readFamily.ts';
import { texts } from './texts.ts';

interface FamilyPageProps {
  readonly family: FamilyCredentialsReply;
  readonly today: IsoDate;
  readonly refusal: ApiRefusal | undefined;
  readonly onRenew: () => Promise<void>;
}

/** Whose cards this wallet carries beside its holder's own. */
export function FamilyPage({ family, today, refusal, onRenew }: FamilyPageProps) {
  const t = texts();
  const { route } = useLocation();
  const kk = readKk(family.kk.sdJwtVc);
  return (
    <WalletPage title={t.title} onBack={() => route('/')} worksOffline>
      {family.deaths.map(({ name, on, evidence, evidenceNumber }) => (
        <Notice key={`${name} ${on}`}>
          <p>{t.death(name, formatDay(on))}</p>
          <p class="soft">{t.deathOn(t.evidence[evidence as EvidenceKind] ?? evidence, evidenceNumber)}</p>
        </Notice>
      ))}
      {endingsOf(family, today).map((ending) => (
        <EndingNotice key={`${ending.name} ${ending.until}`} {...ending} />
      ))}
      <section class="stack-s">
        <h2>{t.children}</h2>
        {family.children.length === 0 && <p class="soft">{t.noChildren}</p>}
        {family.children.map(({ sdJwtVc }, index) => {
          const child = readKia(sdJwtVc);
          return (
            <LinkCard key={child.nik} href={`/keluarga/anak/${index}`} title={child.name}>
              {t.kiaUntil(formatDay(child.valid_until))}
            </LinkCard>
          );
        })}
      </section>
      <section class="stack-s">
        <h2>{t.family}</h2>
        <LinkCard href="/keluarga/kk" title={t.kk}>
          {t.kkHint(kk.head_of_family, kk.members.length)}
        </LinkCard>
        <LinkCard href="/dokumen" title={t.documents}>
          {t.documentsHint}
        </LinkCard>
        {family.children.length > 0 && (
          <LinkCard href="/keluarga/penawaran" title={t.offers}>
            {t.offersHint}
          </LinkCard>
        )}
      </section>
      {refusal && <RefusalNotice refusal={refusal} />}
      <div>
        <Button kind="quiet" onClick={() => void onRenew()}>
          {t.renew}
        </Button>
      </div>
    </WalletPage>
  );
}
