import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice, type Tone } from '../../shared/ui/Notice.tsx';
import { ageInWords, texts } from '../texts.ts';
import { useVerifier } from '../verifier.ts';
import { type KeptTrust, listsSignedAt } from './model.ts';

const DAY_MS = 86_400_000;
const TONES = { fresh: 'success', aging: 'warning', tooOld: 'refusal' } as const satisfies Record<
  string,
  Tone
>;

/** Whether this device can decide, how old the lists are that it decides by, and what to do about it. */
export function TrustNotice() {
  const { trust } = useVerifier();
  const kept = trust.kept.value;
  return (
    <>
      {kept ? <Prepared kept={kept} /> : <NotPrepared />}
      {kept && kept.offeredRoots.length > 0 && <OfferedRoots />}
    </>
  );
}

function NotPrepared() {
  const t = texts();
  const { busy, refusal, renew } = useVerifier().trust;
  if (busy.value) return <Busy label={t.preparing} />;
  return (
    <Notice tone="warning" title={t.notPrepared} live>
      <p>{t.prepareOnce}</p>
      {refusal.value && <p>{t.notRenewed[refusal.value]}</p>}
      <div>
        <Button onClick={() => void renew()}>{t.prepare}</Button>
      </div>
    </Notice>
  );
}

function Prepared({ kept }: { kept: KeptTrust }) {
  const t = texts();
  const { trust, clock, settings } = useVerifier();
  const age = clock.now().getTime() - (listsSignedAt(kept)?.getTime() ?? 0);
  const state = stateOf(age, Number(settings.maxListAgeDays.value));
  const words = {
    fresh: { title: t.ready, text: '' },
    aging: { title: t.agingTitle, text: t.aging },
    tooOld: { title: t.tooOldTitle, text: t.tooOld },
  }[state];
  return (
    <Notice tone={TONES[state]} title={words.title}>
      <p>
        {t.listsAge(ageInWords(age))} {words.text}
      </p>
      {trust.refusal.value && state !== 'fresh' && <p>{t.notRenewed[trust.refusal.value]}</p>}
      {state !== 'fresh' && (
        <div>
          <Button kind="secondary" busy={trust.busy.value} onClick={() => void trust.renew()}>
            {t.renew}
          </Button>
        </div>
      )}
    </Notice>
  );
}

function stateOf(age: number, maxDays: number): keyof typeof TONES {
  if (age > maxDays * DAY_MS) return 'tooOld';
  return age > DAY_MS ? 'aging' : 'fresh';
}

function OfferedRoots() {
  const t = texts();
  return (
    <Notice tone="warning" title={t.rootsTitle}>
      <p>{t.roots}</p>
      <p>
        <a href="/pengaturan">{t.compare}</a>
      </p>
    </Notice>
  );
}
