import * as v from 'valibot';

const day = v.pipe(v.string(), v.isoDate());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());
const counts = {
  /** Not recorded and old enough to be. */
  now: count,
  /** Not recorded, and of that age only later, but before the election. */
  later: count,
};

/** Who reaches voting age by the next election and is not recorded, by village and by school. */
export const VotersReply = v.object({
  election: day,
  villages: list(v.object({ wilayah: v.string(), name: v.string(), kecamatan: v.string(), ...counts })),
  /** Of the lists that the office brought; empty when it brought none. */
  schools: list(v.object({ npsn: v.string(), name: v.string(), ...counts })),
});
export type VotersReply = v.InferOutput<typeof VotersReply>;

/** One village or one school. */
export const VoterGroup = v.variant('by', [
  v.strictObject({
    by: v.literal('village'),
    of: v.pipe(v.string(), v.regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)),
  }),
  v.strictObject({ by: v.literal('school'), of: v.pipe(v.string(), v.regex(/^[0-9A-Z]{8}$/)) }),
]);
export type VoterGroup = v.InferOutput<typeof VoterGroup>;

/** Without NIK: what is needed to find and call somebody, and no more. */
export const VoterList = v.object({
  people: list(
    v.object({
      name: v.string(),
      sex: v.picklist(['female', 'male']),
      birthDate: day,
      address: v.string(),
      kelurahanDesa: v.string(),
      school: v.nullable(v.string()),
      /** From which day they may be recorded. */
      from: day,
    }),
  ),
});
export type VoterList = v.InferOutput<typeof VoterList>;

export const SchoolListReply = v.object({
  taken: count,
  /** Lines that say nothing usable, or name nobody of the office's region; counted from 1. */
  unusable: list(count),
});
export type SchoolListReply = v.InferOutput<typeof SchoolListReply>;
