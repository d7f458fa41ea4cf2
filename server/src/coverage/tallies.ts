/** What is counted of a place, and the column that holds it in every table of the projection. */
export const MEASURES = {
  residents: 'residents',
  wajibKtp: 'wajib_ktp',
  wajibRecorded: 'wajib_recorded',
  entitled: 'entitled',
  recorded: 'recorded',
  cardPrinted: 'card_printed',
  handedOver: 'handed_over',
  pemula: 'pemula',
  pemulaRecorded: 'pemula_recorded',
  pemulaPrinted: 'pemula_printed',
  pemulaHandedOver: 'pemula_handed_over',
  ikdActive: 'ikd_active',
  activated: 'activated',
  ended: 'ended',
  kiaOwned: 'kia_owned',
} as const;
export type Measure = keyof typeof MEASURES;

/** Of these the change of each day is kept. */
export const DAY_MEASURES = [
  'wajibKtp',
  'wajibRecorded',
  'recorded',
  'cardPrinted',
  'handedOver',
  'pemulaRecorded',
  'ikdActive',
  'activated',
  'ended',
  'kiaOwned',
] as const satisfies readonly Measure[];

/** These begin and end with a day: what is to come waits for it. */
export const DUE_MEASURES = [
  'wajibKtp',
  'entitled',
  'wajibRecorded',
  'kiaOwned',
] as const satisfies readonly Measure[];

/** These are kept by sex and year of birth. */
export const GROUP_MEASURES = ['residents', 'recorded', 'ikdActive'] as const satisfies readonly Measure[];

/** Sums under a key of several parts, none of which has a space. */
export type Sums = Map<string, Partial<Record<Measure, number>>>;

export function addTo(sums: Sums, key: string, measure: Measure, n: number): void {
  const known = sums.get(key);
  if (known) known[measure] = (known[measure] ?? 0) + n;
  else sums.set(key, { [measure]: n });
}
