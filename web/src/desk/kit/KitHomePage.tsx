import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { formatCount, formatDateTime, formatDay } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { LinkCard } from '../../shared/ui/Card.tsx';
import { ClockNotice } from './ClockNotice.tsx';
import { countDay } from './entries/countDay.ts';
import { KitPage } from './KitPage.tsx';
import { useOpenedKit } from './openKitContext.ts';
import { StorageNotice } from './prepare/StorageNotice.tsx';
import { texts } from './texts.ts';

/** An officer's day in the field: the one thing to do, and how it goes. */
export function KitHomePage() {
  const { kit, open, journal, outcomes } = useOpenedKit();
  const { about, officer } = open;
  const t = texts();
  const { place, from, to } = about.session;
  const entries = journal.entries.value;
  const day = countDay(entries, dayInKaltim(new Date(Date.now() + about.clockOffset)));
  const unsent = entries.filter(({ n }) => !outcomes.of.value.has(n)).length;
  const counts = { ...day, unsent };
  return (
    <KitPage title={t.greeting(officer.name)} onBack={undefined}>
      <p class="desk-who">{t.where(place, formatDay(from), formatDay(to))}</p>
      <ClockNotice kit={kit} about={about} />
      <StorageNotice />
      <div class="stack-s kit-main">
        <Button href="/lapangan/pindai">{t.scan}</Button>
        <p class="soft">{t.scanHint}</p>
      </div>
      <section aria-labelledby="today">
        <h2 id="today">{t.today}</h2>
        <dl class="kit-counts">
          {(['accepted', 'refused', 'unsent'] as const).map((kind) => (
            <div key={kind}>
              <dt>{t.counts[kind]}</dt>
              <dd class="digits">{formatCount(counts[kind])}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div class="kit-links">
        <LinkCard href="/lapangan/lencana" title={t.badge}>
          {t.badgeHint}
        </LinkCard>
        <LinkCard href="/lapangan/catatan" title={t.entries}>
          {t.entriesHint}
        </LinkCard>
        <LinkCard href="/lapangan/lembar" title={t.sheet}>
          {t.sheetHint}
        </LinkCard>
        <LinkCard href="/lapangan/pulang" title={t.homecoming}>
          {t.homecomingHint}
        </LinkCard>
        <LinkCard href="/lapangan/isi" title={t.contents}>
          {t.contentsHint}
        </LinkCard>
        <LinkCard href="/lapangan/siap" title={t.ready}>
          {t.readyHint}
        </LinkCard>
      </div>
      <div>
        <Button kind="secondary" onClick={kit.lock}>
          {t.lock}
        </Button>
      </div>
      <p class="soft">{t.until(formatDateTime(new Date(about.endsAt)))}</p>
    </KitPage>
  );
}
