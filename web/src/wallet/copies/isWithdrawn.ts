import { withdrawnAmong } from '@jatidiri/core/holder/withdrawn.ts';
import { webInflate } from '@jatidiri/core/statuslist/zlib.ts';
import { statusToken } from './statusToken.ts';

/** A record that was corrected makes what was issued before wrong: the issuer's list says so. */
export async function isWithdrawn(sdJwtVc: string): Promise<boolean> {
  const card = { format: 'dc+sd-jwt', credential: sdJwtVc } as const;
  return (await withdrawnAmong([card], statusToken, webInflate)).length > 0;
}
