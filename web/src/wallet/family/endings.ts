import type { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import { type KiaMoment, momentOfEnd } from '@jatidiri/core/kia/ending.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { KiaForm } from '@jatidiri/core/registry/model.ts';
import { readKia } from './readFamily.ts';

/** A KIA that ends soon or has ended, and whose. */
export interface Ending {
  readonly name: string;
  readonly form: KiaForm;
  readonly moment: KiaMoment;
  readonly until: IsoDate;
}

/** What there is to say today of the end of one KIA, also without a network. */
export function endingOf(sdJwtVc: string, today: IsoDate): Ending | undefined {
  const { name, form, valid_until } = readKia(sdJwtVc);
  const until = valid_until as IsoDate;
  const moment = momentOfEnd({ form, until }, today);
  return moment && { name, form, moment, until };
}

/** The same of a whole family: first those whose KIA has left the wallet. */
export function endingsOf({ children, grown }: FamilyCredentialsReply, today: IsoDate): Ending[] {
  return [
    ...grown.map(
      ({ name, on }): Ending => ({ name, form: 'from5', moment: 'reached', until: on as IsoDate }),
    ),
    ...children.flatMap(({ sdJwtVc }) => endingOf(sdJwtVc, today) ?? []),
  ];
}

/** Valid on a day: one that has ended is shown to nobody. */
export const isValidOn = (sdJwtVc: string, today: IsoDate): boolean => today < readKia(sdJwtVc).valid_until;
