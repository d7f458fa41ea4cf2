import { useLocation } from 'preact-iso/router';
import { site } from '../../shared/site.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { KeepHint } from '../keep/KeepHint.tsx';
import { OWNER, readPeople } from '../people/people.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { ReleaseHandset } from './ReleaseHandset.tsx';
import { texts } from './texts.ts';

export function SecurityPage() {
  const t = texts();
  const { vault } = useWallet();
  const { route } = useLocation();
  const { current, all } = readPeople();
  const most = site.value?.identitiesPerHandset ?? 1;
  const mayShare = current === OWNER && Math.max(1, all.length) < most;
  return (
    <WalletPage title={t.title} onBack={() => route('/')} worksOffline>
      <section class="stack-s">
        <h2>{t.pinTitle}</h2>
        <p>{t.lock}</p>
        <div class="wallet-actions">
          <Button kind="secondary" href="/ubah-pin">
            {t.pinChange}
          </Button>
          <Button kind="secondary" onClick={vault.lock}>
            {t.lockNow}
          </Button>
        </div>
      </section>
      <section class="stack-s">
        <h2>{t.rescueTitle}</h2>
        {vault.rescue.value ? (
          <p>{t.rescueThere}</p>
        ) : (
          <>
            <p>{t.rescueWhy}</p>
            <div class="wallet-actions">
              <Button kind="secondary" href="/bila-lupa-pin">
                {t.rescueSet}
              </Button>
            </div>
          </>
        )}
      </section>
      <section class="stack-s">
        <h2>{t.dataTitle}</h2>
        <p>{t.neverLapses}</p>
        <KeepHint />
      </section>
      <section class="stack-s">
        <h2>{t.lostTitle}</h2>
        <p>{t.lost}</p>
      </section>
      <section class="stack-s">
        <h2>{t.moveTitle}</h2>
        <p>{t.moveWhy}</p>
        <div class="wallet-actions">
          <Button kind="secondary" href="/pindah-ponsel">
            {t.move}
          </Button>
        </div>
      </section>
      {mayShare && (
        <section class="stack-s">
          <h2>{t.shareTitle}</h2>
          <p>{t.shareWhy}</p>
          <div class="wallet-actions">
            <Button kind="secondary" href="/tambah-orang">
              {t.share}
            </Button>
          </div>
        </section>
      )}
      <section class="stack-s">
        <h2>{t.releaseTitle}</h2>
        <p>{t.releaseWhy}</p>
        <div>
          <ReleaseHandset />
        </div>
      </section>
      <section class="stack-s soft">
        <h2>{t.aboutTitle}</h2>
        <p>{t.about}</p>
      </section>
    </WalletPage>
  );
}
