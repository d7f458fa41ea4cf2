import * as v from 'valibot';
import { newUuid } from '../../shared/newUuid.ts';

const entries = {
  nik: v.string(),
  name: v.string(),
  email: v.string(),
  phone: v.string(),
  /** Whoever fills the form in for the applicant; empty when nobody does. */
  helperNik: v.optional(v.string(), ''),
  helperName: v.optional(v.string(), ''),
};
const Entries = v.object(entries);
/** What a person types into the form. */
export type Entries = v.InferOutput<typeof Entries>;

/**
 * `id` names the application that these entries make; `sent` are the entries that it was last sent with; `pending`: nobody
 * has answered that yet, and it is sent again by itself.
 */
const Draft = v.object({
  id: v.string(),
  ...entries,
  sent: v.optional(Entries),
  pending: v.optional(v.boolean()),
});
export type Draft = v.InferOutput<typeof Draft>;

export function newDraft(known?: Entries): Draft {
  const { nik = '', name = '', email = '', phone = '', helperNik = '', helperName = '' } = known ?? {};
  return { id: newUuid(), nik, name, email, phone, helperNik, helperName };
}

export function keptDraft(value: unknown): Draft | undefined {
  const kept = v.safeParse(Draft, value);
  return kept.success ? kept.output : undefined;
}
