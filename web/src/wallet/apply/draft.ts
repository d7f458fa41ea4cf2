import * as v from 'valibot';

const entries = { nik: v.string(), name: v.string(), email: v.string(), phone: v.string() };
const Entries = v.object(entries);
/** What a person types into the form. */
export type Entries = v.InferOutput<typeof Entries>;

/** `id` names the application that these entries make; `sent` are the entries that it was last sent with. */
const Draft = v.object({ id: v.string(), ...entries, sent: v.optional(Entries) });
export type Draft = v.InferOutput<typeof Draft>;

export function newDraft(known?: Entries): Draft {
  const { nik = '', name = '', email = '', phone = '' } = known ?? {};
  return { id: newId(), nik, name, email, phone };
}

export function keptDraft(value: unknown): Draft | undefined {
  const kept = v.safeParse(Draft, value);
  return kept.success ? kept.output : undefined;
}

/** A random UUID (RFC 9562 version 4); `crypto.randomUUID` is missing in browsers of 2021. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
