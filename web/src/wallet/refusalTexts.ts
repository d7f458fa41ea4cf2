import { activationRefusals } from '@jatidiri/core/activation/refusals.ts';
import { approvalRefusals } from '@jatidiri/core/approval/refusals.ts';
import { consentRefusals } from '@jatidiri/core/consent/refusals.ts';
import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { issuanceRefusals } from '@jatidiri/core/issuance/refusals.ts';
import type { RefusalText } from '@jatidiri/core/kit/refusalText.ts';
import { rightsRefusals } from '@jatidiri/core/rights/refusals.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  ...activationRefusals,
  ...consentRefusals,
  ...approvalRefusals,
  ...deviceRefusals,
  ...issuanceRefusals,
  ...rightsRefusals,
};
