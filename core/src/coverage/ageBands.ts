/** Age by year of birth: the age that somebody reaches in the year. */
export const AGE_BANDS = ['0-16', '17-24', '25-34', '35-44', '45-59', '60+'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export function ageBandOf(birthYear: number, year: number): AgeBand {
  const age = year - birthYear;
  if (age < 17) return '0-16';
  if (age < 25) return '17-24';
  if (age < 35) return '25-34';
  if (age < 45) return '35-44';
  return age < 60 ? '45-59' : '60+';
}
