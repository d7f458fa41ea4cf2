import { activationRefusals } from '@jatidiri/core/activation/refusals.ts';
import { approvalRefusals } from '@jatidiri/core/approval/refusals.ts';
import { consentRefusals } from '@jatidiri/core/consent/refusals.ts';
import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { issuanceRefusals } from '@jatidiri/core/issuance/refusals.ts';
import type { RefusalText } from '@jatidiri/core/kit/refusalText.ts';
import { rightsRefusals } from '@jatidiri/core/rights/refusals.ts';
import type { ApiRefusal } from '../shared/api.ts';
import { lang } from '../shared/i18n.ts';
import { RefusalNotice as SharedRefusalNotice } from '../shared/ui/RefusalNotice.tsx';

const KNOWN: Readonly<Record<string, RefusalText>> = {
  ...activationRefusals,
  ...consentRefusals,
  ...approvalRefusals,
  ...deviceRefusals,
  ...issuanceRefusals,
  ...rightsRefusals,
};

/** In the language that is chosen now; a code that this wallet does not know yet brings its own words. */
export function refusalText({ code, detail }: ApiRefusal): string {
  return KNOWN[code]?.[lang.value] ?? detail;
}

/** Why it does not go on, and what to do, in the language that is chosen now. */
export function RefusalNotice({ refusal }: { refusal: ApiRefusal }) {
  return <SharedRefusalNotice refusal={refusal} text={refusalText(refusal)} />;
}
