import { addYears, ageOn, type IsoDate } from '../kit/date.ts';
import type { Kia, KiaForm, Resident } from './model.ts';
import { WAJIB_KTP_AGE } from './wajibKtp.ts';

/** From this birthday on the KIA carries a photograph (Permendagri 2/2016 article 3). */
export const KIA_PHOTOGRAPH_AGE = 5;

type Child = Pick<Resident, 'birthDate' | 'maritalStatus' | 'life' | 'citizenship'>;

/** Whether somebody may hold a KIA on a day: under 17, never married, living here, a citizen or with a permanent permit. */
export function isKiaChild({ birthDate, maritalStatus, life, citizenship }: Child, on: IsoDate): boolean {
  if (citizenship.kind === 'wna' && citizenship.permit !== 'itap') return false;
  const present = life.kind === 'present' || on < life.on;
  return present && maritalStatus === 'neverMarried' && ageOn(birthDate.reveal(), on) < WAJIB_KTP_AGE;
}

export function kiaFormOn({ birthDate }: Pick<Child, 'birthDate'>, on: IsoDate): KiaForm {
  return ageOn(birthDate.reveal(), on) < KIA_PHOTOGRAPH_AGE ? 'under5' : 'from5';
}

/** The first day on which a KIA of this form is no longer valid: the fifth or the seventeenth birthday. */
export function kiaUntil({ birthDate }: Pick<Child, 'birthDate'>, form: KiaForm): IsoDate {
  return addYears(birthDate.reveal(), form === 'under5' ? KIA_PHOTOGRAPH_AGE : WAJIB_KTP_AGE);
}

export function issueKia(child: Pick<Child, 'birthDate'>, form: KiaForm, on: IsoDate): Kia {
  return { form, issuedOn: on, until: kiaUntil(child, form) };
}

export function holdsKia(kia: Kia | null, on: IsoDate): kia is Kia {
  return kia !== null && kia.issuedOn <= on && on < kia.until;
}

/** A KIA ends with a marriage, a death or a move away; one that was never valid is none. */
export function endKia(kia: Kia | null, on: IsoDate): Kia | null {
  if (kia === null || kia.until <= on) return kia;
  return on <= kia.issuedOn ? null : { ...kia, until: on };
}

/** Whoever was recorded as dead by mistake holds the KIA that they held. */
export function resumeKia(
  child: Pick<Child, 'birthDate' | 'maritalStatus'> & { kia: Kia | null },
): Kia | null {
  const { kia, maritalStatus } = child;
  return kia && maritalStatus === 'neverMarried' ? { ...kia, until: kiaUntil(child, kia.form) } : kia;
}
