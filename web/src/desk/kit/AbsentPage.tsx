import { useLocation } from 'preact-iso/router';
import { Button } from '../../shared/ui/Button.tsx';
import { KitPage } from './KitPage.tsx';
import { texts } from './texts.ts';

/** A device that is no kit yet. */
export function AbsentPage() {
  const { route } = useLocation();
  const t = texts();
  return (
    <KitPage title={t.title} onBack={() => route('/')}>
      <p>{t.absent}</p>
      <p class="soft">{t.absentLead}</p>
      <Button href="/lapangan/siapkan">{t.prepare}</Button>
      <p>
        <a href="/lapangan/cadangan">{t.readBackup}</a>
      </p>
    </KitPage>
  );
}
