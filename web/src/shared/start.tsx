import './fillGaps.ts';
import './tokens.css';
import './base.css';
import { effect } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import { lang } from './i18n.ts';
import { loadSite } from './site.ts';

/** Starts an entry: its styles, its language and its first component in `#app`. */
export function start(App: ComponentType): void {
  effect(() => {
    document.documentElement.lang = lang.value;
  });
  void loadSite();
  forgetLosses();
  const root = document.getElementById('app')!;
  // What stood there while the page was loading.
  root.textContent = '';
  render(<App />, root);
}

/** The page is complete: the next loss begins with the shortest pause again (web/build/reloadLost.ts). */
function forgetLosses(): void {
  try {
    sessionStorage.removeItem('lost');
  } catch {
    // Forbidden: then nothing was counted.
  }
}
