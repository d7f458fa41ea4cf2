/** A value under a CBOR tag (RFC 8949 section 3.4). */
export class Tagged {
  readonly tag: number;
  readonly value: unknown;
  constructor(tag: number, value: unknown) {
    this.tag = tag;
    this.value = value;
  }
}

/** Text of a date with time (RFC 8949 section 3.4.1), encoded CBOR (section 3.4.5.1), text of a day (RFC 8943). */
export const TAG = { dateTime: 0, embedded: 24, fullDate: 1004 } as const;

/** What stands under this tag; undefined when the value does not have it. */
export const untagged = (value: unknown, tag: number): unknown =>
  value instanceof Tagged && value.tag === tag ? value.value : undefined;

/** Encoded CBOR as a byte string under tag 24, to stand inside another value. */
export const embed = (cbor: Uint8Array): Tagged => new Tagged(TAG.embedded, cbor);
