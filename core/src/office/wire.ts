import * as v from 'valibot';
import { PLAIN_LINE } from '../kit/plainLine.ts';
import { PublicJwkSchema } from '../kit/publicJwk.ts';
import { ACTIONS, ROLES } from './model.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Who is signed in, and with which device key decisions are signed (its RFC 7638 thumbprint). */
export const SignedInOfficer = v.object({
  officer: v.object({
    id: v.string(),
    name: v.string(),
    role: v.picklist(ROLES),
    office: v.object({ id: v.string(), name: v.string(), wilayah: v.string(), wilayahName: v.string() }),
  }),
  may: v.array(v.picklist(ACTIONS)),
  deviceKey: v.string(),
});
export type SignedInOfficer = v.InferOutput<typeof SignedInOfficer>;

/** First time on a device: the invitation code opens the WebAuthn registration (options as WebAuthn's JSON). */
export const EnrolmentOptionsRequest = v.strictObject({ code: text });
export type EnrolmentOptionsRequest = v.InferOutput<typeof EnrolmentOptionsRequest>;
export const CeremonyOptions = v.object({ ceremony: v.string(), options: v.record(v.string(), v.unknown()) });
export type CeremonyOptions = v.InferOutput<typeof CeremonyOptions>;

/**
 * The end of a ceremony: `response` is the browser's WebAuthn JSON, `deviceKey` the public key with which this desk
 * signs decisions. A desk whose browser lost its key registers a new one by signing in.
 */
export const CeremonyAnswer = v.strictObject({
  ceremony: v.pipe(v.string(), v.uuid()),
  response: v.record(v.string(), v.unknown()),
  deviceKey: PublicJwkSchema,
});
export type CeremonyAnswer = v.InferOutput<typeof CeremonyAnswer>;

export const OfficerParams = v.strictObject({ id: v.pipe(v.string(), v.uuid()) });
export type OfficerParams = v.InferOutput<typeof OfficerParams>;

export const OfficerList = v.object({
  officers: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      role: v.picklist(ROLES),
      state: v.picklist(['invited', 'active', 'suspended']),
    }),
  ),
});
export type OfficerList = v.InferOutput<typeof OfficerList>;

export const InvitationRequest = v.strictObject({
  name: v.pipe(text, v.regex(PLAIN_LINE)),
  role: v.picklist(['operator', 'headOfOffice']),
});
export type InvitationRequest = v.InferOutput<typeof InvitationRequest>;
export const InvitationReply = v.object({ officer: v.string(), code: v.string(), expiresAt: v.string() });
export type InvitationReply = v.InferOutput<typeof InvitationReply>;

export const SuspensionRequest = v.strictObject({ suspended: v.boolean() });
export type SuspensionRequest = v.InferOutput<typeof SuspensionRequest>;

/** In a demonstration alone: the officers whom anybody may try, each with a code that does not wear out. */
export const DemoOfficerList = v.array(
  v.object({ name: v.string(), role: v.picklist(ROLES), office: v.string(), code: v.string() }),
);
export type DemoOfficerList = v.InferOutput<typeof DemoOfficerList>;
