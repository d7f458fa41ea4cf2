import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatDateTime } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { ClockNotice } from '../ClockNotice.tsx';
import { VerifierPage } from '../VerifierPage.tsx';
import { useVerifier } from '../verifier.ts';
import type { Checked } from './checkQr.ts';
import { Refused } from './Refused.tsx';
import { Revealed } from './Revealed.tsx';
import { refusalTexts, VERDICTS } from './refusalTexts.ts';
import { texts } from './texts.ts';
import { Verdict, type VerdictKind } from './Verdict.tsx';

/** Felt in the hand: one short for yes, two long for everything else. */
const VIBRATION = { valid: [60], refused: [200, 100, 200] };

export function ResultPage({ checked }: { checked: Checked }) {
  const t = texts();
  const { route } = useLocation();
  const { checked: last } = useVerifier();
  useEffect(() => {
    navigator.vibrate?.(VIBRATION[checked.kind]);
  }, [checked]);
  // What was shown is gone from the memory as soon as the page is left, whichever way.
  useEffect(
    () => () => {
      last.value = undefined;
    },
    [last],
  );

  return (
    <VerifierPage
      title={titleOf(checked)}
      above={<Verdict kind={verdictOf(checked)} aboveName={hasName(checked)} />}
      footer={<a href="/">{t.home}</a>}
    >
      {checked.kind === 'valid' ? (
        <Revealed verified={checked.verified} />
      ) : (
        <>
          <Refused code={checked.code} />
          <ClockNotice />
        </>
      )}
      <p class="soft">{t.checkedAt(formatDateTime(checked.at))}</p>
      <div class={checked.kind === 'valid' ? 'verdict-next verdict-next-stays' : 'verdict-next'}>
        <Button onClick={() => route('/pindai')}>{t.another}</Button>
      </div>
    </VerifierPage>
  );
}

function verdictOf(checked: Checked): VerdictKind {
  if (checked.kind === 'refused') return VERDICTS[checked.code];
  return checked.verified.provisional ? 'provisional' : 'valid';
}

const hasName = (checked: Checked): boolean =>
  checked.kind === 'valid' && ['fullCard', 'nameAndPhoto'].includes(checked.verified.disclosure.kind);

/** Never a name: titles stay in the browser's history. */
function titleOf(checked: Checked): string {
  if (checked.kind === 'refused') return refusalTexts()[checked.code].title;
  return texts().kinds[checked.verified.disclosure.kind];
}
