import * as v from 'valibot';
import type { ClaimsQuery, CredentialKind, CredentialQuery, DcqlQuery } from './model.ts';

/** Far beyond any honest query, and small enough that answering one stays cheap. */
const MAX_ENTRIES = 64;
const MAX_TEXT = 512;

const list = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(MAX_ENTRIES));
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(MAX_TEXT));
const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_TEXT));
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const ClaimsQuerySchema = v.object({
  id: v.optional(id),
  path: list(v.union([v.string(), index, v.null()])),
  values: v.optional(list(v.union([v.string(), v.pipe(v.number(), v.safeInteger()), v.boolean()]))),
  intent_to_retain: v.optional(v.boolean()),
});
type ClaimsQuerySchema = v.InferOutput<typeof ClaimsQuerySchema>;

const CredentialQuerySchema = v.object({
  id,
  format: text,
  meta: v.record(v.string(), v.unknown()),
  multiple: v.optional(v.boolean(), false),
  require_cryptographic_holder_binding: v.optional(v.boolean(), true),
  trusted_authorities: v.optional(list(v.object({ type: text, values: list(text) }))),
  claims: v.optional(list(ClaimsQuerySchema)),
  claim_sets: v.optional(list(list(id))),
});
type CredentialQuerySchema = v.InferOutput<typeof CredentialQuerySchema>;

const DcqlSchema = v.object({
  credentials: list(CredentialQuerySchema),
  credential_sets: v.optional(
    list(v.object({ options: list(list(id)), required: v.optional(v.boolean(), true) })),
  ),
});

const SdJwtMeta = v.object({ vct_values: v.optional(list(text)) });
const MdocMeta = v.object({ doctype_value: v.optional(text) });

/**
 * Reads the JSON of a DCQL query (OpenID4VP 1.0 section 6); undefined when it is none, or when an id is given twice
 * or refers to nothing. Unknown members are ignored, as the specification wants.
 */
export function parseDcqlQuery(value: unknown): DcqlQuery | undefined {
  const parsed = v.safeParse(DcqlSchema, value);
  if (!parsed.success) return undefined;
  const { credentials, credential_sets: sets } = parsed.output;
  const queries = credentials.map(readCredentialQuery);
  const ids = credentials.map((credential) => credential.id);
  if (!queries.every((query) => query !== undefined) || hasRepeated(ids)) return undefined;

  const options = sets?.flatMap((set) => set.options.flat()) ?? [];
  if (options.some((option) => !ids.includes(option))) return undefined;
  return { credentials: queries, credentialSets: sets ?? [{ options: [ids], required: true }] };
}

function readCredentialQuery(wire: CredentialQuerySchema): CredentialQuery | undefined {
  const kind = readKind(wire);
  if (!kind || !areClaimSetsSound(wire)) return undefined;
  return {
    id: wire.id,
    kind,
    multiple: wire.multiple,
    requiresHolderBinding: wire.require_cryptographic_holder_binding,
    ...(wire.trusted_authorities && { trustedAuthorities: wire.trusted_authorities }),
    ...(wire.claims && { claims: wire.claims.map(readClaimsQuery) }),
    ...(wire.claim_sets && { claimSets: wire.claim_sets }),
  };
}

/** Every claim has an id where `claim_sets` refer to them, no id is given twice, and every reference holds (section 6.3). */
function areClaimSetsSound({ claims = [], claim_sets: sets }: CredentialQuerySchema): boolean {
  const ids = claims.flatMap((claim) => claim.id ?? []);
  if (hasRepeated(ids)) return false;
  return !sets || (ids.length === claims.length && sets.flat().every((claim) => ids.includes(claim)));
}

function readKind({ format, meta }: CredentialQuerySchema): CredentialKind | undefined {
  if (format === 'dc+sd-jwt') {
    const parsed = v.safeParse(SdJwtMeta, meta);
    if (!parsed.success) return undefined;
    return { format, ...(parsed.output.vct_values && { vctValues: parsed.output.vct_values }) };
  }
  if (format === 'mso_mdoc') {
    const parsed = v.safeParse(MdocMeta, meta);
    if (!parsed.success) return undefined;
    return { format, ...(parsed.output.doctype_value && { doctypeValue: parsed.output.doctype_value }) };
  }
  return { format: 'other', name: format };
}

function readClaimsQuery({ intent_to_retain: intentToRetain, ...query }: ClaimsQuerySchema): ClaimsQuery {
  return { ...query, ...(intentToRetain !== undefined && { intentToRetain }) };
}

const hasRepeated = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;
