import { signal } from '@preact/signals';

/** Chromium's event, not in the HTML standard (W3C Manifest Incubations). */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's offer to install, kept until a page wants to make it. */
export const installPrompt = signal<InstallPrompt | undefined>(undefined);

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  installPrompt.value = event as InstallPrompt;
});
addEventListener('appinstalled', () => {
  installPrompt.value = undefined;
});

/**
 * A tab of Safari on an iPhone: it makes no offer to install, deletes what a page keeps after seven days of use without
 * that page, and shares nothing with an application on the home screen, which begins empty.
 */
export const isIosTab = (): boolean =>
  (navigator as { standalone?: boolean }).standalone === false ||
  (/iPhone|iPad/.test(navigator.userAgent) && !matchMedia('(display-mode: standalone)').matches);
