import * as v from 'valibot';

/** What lies sealed until the full credential replaces it: the cards as a counter reads them, and what they say. */
const ProvisionalCard = v.object({
  identityQr: v.object({ nameAndPhoto: v.string(), over17: v.optional(v.string()) }),
  name: v.string(),
  /** image/webp, base64url. */
  portrait: v.string(),
  officer: v.string(),
  office: v.string(),
  place: v.string(),
  expiresAt: v.string(),
});
export type ProvisionalCard = v.InferOutput<typeof ProvisionalCard>;

export function keptProvisional(value: unknown): ProvisionalCard | undefined {
  const kept = v.safeParse(ProvisionalCard, value);
  return kept.success ? kept.output : undefined;
}
