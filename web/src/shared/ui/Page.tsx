import './page.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { lang, setLang } from '../i18n.ts';
import { site } from '../site.ts';
import { words } from '../words.ts';
import { LiveRegion } from './LiveRegion.tsx';
import { Mark } from './Mark.tsx';

interface PageProps {
  /** The name of this service beside the product's: 'Dompet', 'Meja petugas'. */
  service?: string;
  title: string;
  /** One step back; also offered at the top of the page. */
  onBack?: () => void;
  /** Stands above the title: the progress of a task. */
  above?: ComponentChildren;
  wide?: boolean;
  footer?: ComponentChildren;
  children: ComponentChildren;
}

/** Every page of every entry: who speaks, in which language, about which data, and one title. */
export function Page({ service, title, onBack, above, wide, footer, children }: PageProps) {
  const t = words();
  const heading = useRef<HTMLHeadingElement>(null);
  useNewTitle(title, service ? `${service} – ${t.product}` : t.product, heading);

  return (
    <div class={wide ? 'page page-wide' : 'page'}>
      <a class="page-skip" href="#isi">
        {t.skip}
      </a>
      <header>
        {site.value?.demo && <p class="page-synthetic">{t.synthetic}</p>}
        <div class="page-header">
          <a class="page-brand" href="/">
            <Mark />
            <span class="page-product">{t.product}</span>
            {service && <span class="page-service">{service}</span>}
            <span class="unseen"> – {t.home}</span>
          </a>
          <LangSwitch />
        </div>
      </header>
      <main class="page-main" id="isi" tabIndex={-1}>
        {onBack && (
          <button type="button" class="page-back" onClick={onBack}>
            <span aria-hidden="true">←</span> {t.back}
          </button>
        )}
        {above}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
      {footer && <footer class="page-footer">{footer}</footer>}
      <LiveRegion />
    </div>
  );
}

const LANGUAGES = { id: 'Bahasa Indonesia', en: 'English' } as const;

function LangSwitch() {
  const next = lang.value === 'id' ? 'en' : 'id';
  return (
    <button type="button" class="page-lang" lang={next} onClick={() => setLang(next)}>
      <span class="page-lang-short">{next.toUpperCase()}</span>{' '}
      <span class="page-lang-full">{LANGUAGES[next]}</span>
    </button>
  );
}

let shownTitle: string | undefined;

/** When one page follows another, the reader starts at its top and a screen reader at its title. */
function useNewTitle(title: string, site: string, heading: { current: HTMLHeadingElement | null }): void {
  useEffect(() => {
    document.title = `${title} – ${site}`;
  }, [title, site]);
  useEffect(() => {
    const language = lang.peek();
    const follows = shownTitle !== undefined && shownTitle !== `${language}${title}`;
    const onlyTranslated = shownTitle?.slice(0, 2) !== language;
    shownTitle = `${language}${title}`;
    if (!follows || onlyTranslated) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
}
