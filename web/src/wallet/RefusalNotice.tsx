import { activationRefusals } from '@jatidiri/core/activation/refusals.ts';
import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { issuanceRefusals } from '@jatidiri/core/issuance/refusals.ts';
import type { RefusalText } from '@jatidiri/core/kit/refusalText.ts';
import { useEffect, useRef } from 'preact/hooks';
import type { ApiRefusal } from '../shared/api.ts';
import { lang } from '../shared/i18n.ts';
import { Notice } from '../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

const KNOWN: Readonly<Record<string, RefusalText>> = {
  ...activationRefusals,
  ...deviceRefusals,
  ...issuanceRefusals,
};

/** In the language that is chosen now; a code that this wallet does not know yet brings its own words. */
export function refusalText({ code, detail }: ApiRefusal): string {
  return KNOWN[code]?.[lang.value] ?? detail;
}

export const isNetwork = ({ code }: ApiRefusal): boolean => code.startsWith('network/');

/** Why it does not go on, and what to do. Takes the focus when it appears. */
export function RefusalNotice({ refusal }: { refusal: ApiRefusal }) {
  const t = texts();
  const box = useRef<HTMLDivElement>(null);
  // Every new refusal is news, also the same one again
  useEffect(() => box.current?.focus(), [refusal]);
  const network = isNetwork(refusal);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={network ? 'warning' : 'refusal'} title={network ? t.notSent : t.stopped} live>
        <p>{refusalText(refusal)}</p>
      </Notice>
    </div>
  );
}
