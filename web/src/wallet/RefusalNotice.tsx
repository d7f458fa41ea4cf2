import type { RefusalText } from '@jatidiri/core/kit/refusalText.ts';
import { signal } from '@preact/signals';
import type { ApiRefusal } from '../shared/api.ts';
import { lang } from '../shared/i18n.ts';
import { RefusalNotice as SharedRefusalNotice } from '../shared/ui/RefusalNotice.tsx';

/**
 * All refusals in both languages: twenty kilobytes that are loaded when somebody changes the language. Until then the
 * server's own words are in the right one.
 */
const known = signal<Readonly<Record<string, RefusalText>>>({});
const first = lang.value;
const unwatch = lang.subscribe((now) => {
  if (now === first) return;
  void import('./refusalTexts.ts').then((texts) => {
    known.value = texts.refusalTexts;
    unwatch();
  });
});

/** In the language that is chosen now; a code that this wallet does not know yet brings its own words. */
export function refusalText({ code, detail }: ApiRefusal): string {
  return known.value[code]?.[lang.value] ?? detail;
}

/** Why it does not go on, and what to do, in the language that is chosen now. */
export function RefusalNotice({ refusal }: { refusal: ApiRefusal }) {
  return <SharedRefusalNotice refusal={refusal} text={refusalText(refusal)} />;
}
