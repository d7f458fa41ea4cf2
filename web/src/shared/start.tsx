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
  render(<App />, document.getElementById('app')!);
}
