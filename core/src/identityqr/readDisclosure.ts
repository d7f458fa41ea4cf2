import * as v from 'valibot';
import { type CborMap, isCborMap } from '../cose/cbor.ts';
import type { Bytes } from '../kit/bytes.ts';
import { type IsoDate, parseIsoDate } from '../kit/date.ts';
import { Personal } from '../kit/personal.ts';
import type { MaritalStatus, Sex } from '../registry/model.ts';
import {
  AGE_BAND,
  GENDER,
  ID169,
  IDENTITY_DATA,
  INDONESIA,
  KIND,
  MARITAL,
  OWN,
  OWN_CLAIM,
  WEBP,
} from './claims.ts';
import type { Disclosure, FullCard, Portrait } from './model.ts';

/** Sixteen digits: zeros in front are lost in the integer, and come back here. */
const Nik = v.pipe(
  v.union([v.number(), v.bigint()]),
  v.transform((id) => id.toString().padStart(16, '0')),
  v.regex(/^\d{16}$/),
);

/** `YYYYMMDD`, as claim 169 has it. */
const Day = v.pipe(
  v.string(),
  v.transform((digits) => parseIsoDate(digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))),
  v.custom<IsoDate>((day) => day !== undefined),
);

const Image = v.pipe(
  v.instance(Uint8Array),
  v.transform((bytes) => bytes as Bytes),
);
const portrait = { [ID169.image]: Image, [ID169.imageFormat]: v.literal(WEBP) };

const Contents = v.variant('kind', [
  v.object({
    kind: v.literal(KIND.kia),
    own: v.object({ [OWN.ageBand]: v.picklist(Object.values(AGE_BAND)) }),
  }),
  v.object({ kind: v.literal(KIND.over17), identity: v.object(portrait) }),
  v.object({
    kind: v.literal(KIND.nameAndPhoto),
    identity: v.object({ ...portrait, [ID169.fullName]: v.string() }),
  }),
  v.object({
    kind: v.literal(KIND.fullCard),
    identity: v.object({
      ...portrait,
      [ID169.id]: Nik,
      [ID169.fullName]: v.string(),
      [ID169.birthDate]: Day,
      [ID169.gender]: v.picklist(Object.values(GENDER)),
      [ID169.address]: v.string(),
      [ID169.nationality]: v.optional(v.literal(INDONESIA)),
      [ID169.maritalStatus]: v.optional(v.picklist(Object.values(MARITAL))),
    }),
    own: v.object({
      [OWN.birthPlace]: v.string(),
      [OWN.religion]: v.string(),
      [OWN.occupation]: v.string(),
      [OWN.bloodType]: v.optional(v.picklist(['A', 'B', 'AB', 'O'])),
    }),
  }),
]);
type Contents = v.InferOutput<typeof Contents>;

/** The disclosure inside a claims set; undefined when it holds none of ours. Unknown keys are passed over. */
export function readDisclosure(claims: CborMap): Disclosure | undefined {
  const [identity, own] = [claims.get(IDENTITY_DATA), claims.get(OWN_CLAIM)];
  if (!isCborMap(identity) || !isCborMap(own)) return undefined;
  const parsed = v.safeParse(Contents, {
    kind: own.get(OWN.kind),
    identity: Object.fromEntries(identity),
    own: Object.fromEntries(own),
  });
  return parsed.success ? toDisclosure(parsed.output) : undefined;
}

/** Whether a claims set calls itself provisional. */
export function isProvisional(claims: CborMap): boolean {
  const own = claims.get(OWN_CLAIM);
  return isCborMap(own) && own.get(OWN.provisional) === true;
}

function toDisclosure(contents: Contents): Disclosure {
  if (contents.kind === KIND.kia)
    return { kind: 'kia', band: contents.own[OWN.ageBand] === AGE_BAND.under5 ? 'under5' : 'from5' };
  const portrait: Portrait = new Personal(contents.identity[ID169.image]);
  switch (contents.kind) {
    case KIND.fullCard:
      return { kind: 'fullCard', card: toCard(contents), portrait };
    case KIND.nameAndPhoto:
      return { kind: 'nameAndPhoto', name: new Personal(contents.identity[ID169.fullName]), portrait };
    case KIND.over17:
      return { kind: 'over17', portrait };
  }
}

const SEX: Record<number, Sex> = { [GENDER.male]: 'male', [GENDER.female]: 'female' };
const MARRIAGE: Record<number, MaritalStatus> = {
  [MARITAL.neverMarried]: 'neverMarried',
  [MARITAL.married]: 'married',
  [MARITAL.divorced]: 'divorced',
};

function toCard({ identity, own }: Extract<Contents, { kind: typeof KIND.fullCard }>): FullCard {
  return {
    nik: new Personal(identity[ID169.id]),
    name: new Personal(identity[ID169.fullName]),
    birthPlace: new Personal(own[OWN.birthPlace]),
    birthDate: new Personal(identity[ID169.birthDate]),
    sex: SEX[identity[ID169.gender]]!,
    bloodType: own[OWN.bloodType] ?? null,
    address: new Personal(identity[ID169.address]),
    religion: new Personal(own[OWN.religion]),
    maritalStatus: MARRIAGE[identity[ID169.maritalStatus] ?? 0] ?? 'widowed',
    occupation: own[OWN.occupation],
    citizenship: identity[ID169.nationality] ? 'wni' : 'wna',
  };
}
