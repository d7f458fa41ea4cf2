import * as v from 'valibot';

const PublicJwk = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: v.string(),
  y: v.string(),
});

/**
 * What lies unsealed in a kit: enough to say whose it is, until when it is good, and to refuse after that. The place
 * and the days are public, the officers wear their names; nothing here is about a resident.
 */
export const KitAbout = v.object({
  kit: v.string(),
  session: v.object({ id: v.string(), place: v.string(), from: v.string(), to: v.string() }),
  office: v.object({ id: v.string(), name: v.string() }),
  /** `kitKey`: thumbprint of the officer's kit key; `certificate`: the session certificate over it, DER in base64url. */
  officers: v.array(
    v.object({ id: v.string(), name: v.string(), kitKey: v.string(), certificate: v.string() }),
  ),
  preparedAt: v.string(),
  /** The kit refuses from here on. */
  endsAt: v.string(),
  /** By how many milliseconds the device's clock was behind the server's while the kit was prepared. */
  clockOffset: v.number(),
  /** The latest moment that this kit has seen: a clock that is set back does not make it younger. */
  seenAt: v.string(),
  /** The office ordered it away, or it was reported lost. */
  dismissed: v.optional(v.literal(true)),
  /** The server's public key: the copies of entries are encrypted to it, for nobody here to read. */
  backupKey: v.object({ kid: v.string(), jwk: PublicJwk }),
});
export type KitAbout = v.InferOutput<typeof KitAbout>;
export type KitOfficer = KitAbout['officers'][number];

/** Clocks jitter; a battery that died sets one back by years. */
const JITTER_MS = 120_000;

/** The server's time, as far as this device can tell. */
export const timeAt = ({ clockOffset }: Pick<KitAbout, 'clockOffset'>, deviceTime: number): Date =>
  new Date(deviceTime + clockOffset);

/** The later of the two: what was seen once cannot be undone by setting a clock back. */
export function notice(about: KitAbout, deviceTime: number): KitAbout {
  const now = timeAt(about, deviceTime);
  return now.toISOString() > about.seenAt ? { ...about, seenAt: now.toISOString() } : about;
}

/** @param day in East Kalimantan */
export const isSessionDay = ({ session }: Pick<KitAbout, 'session'>, day: string): boolean =>
  session.from <= day && day <= session.to;

export const isOver = ({ seenAt, endsAt, dismissed }: KitAbout): boolean =>
  dismissed === true || seenAt >= endsAt;

/** The device's clock went back: what it would sign now would carry a wrong time. */
export const wentBack = (about: KitAbout, deviceTime: number): boolean =>
  timeAt(about, deviceTime).getTime() < Date.parse(about.seenAt) - JITTER_MS;
