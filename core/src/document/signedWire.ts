import * as v from 'valibot';
import { UUID } from '../kit/uuid.ts';
import { CERTIFICATE_KINDS, RECORD_KINDS } from './signedModel.ts';

const uuid = v.pipe(v.string(), v.regex(UUID));
const nik = v.pipe(v.string(), v.regex(/^\d{16}$/));

/** Which document: the family card on which somebody stands, their own biodata, or the certificate of a recorded event. */
const WantedDocument = v.variant('kind', [
  v.strictObject({ kind: v.picklist(RECORD_KINDS) }),
  v.strictObject({ kind: v.literal('certificate'), event: uuid }),
]);
export type WantedDocument = v.InferOutput<typeof WantedDocument>;

export const OwnDocumentRequest = v.strictObject({ document: WantedDocument });

/** At the desk: of whom, as the desk has looked them up. */
export const DeskDocumentRequest = v.strictObject({ nik, document: WantedDocument });
export type DeskDocumentRequest = v.InferOutput<typeof DeskDocumentRequest>;

/** The signed PDF, base64: the server keeps none, so that nobody finds one there. */
export const DocumentReply = v.object({ pdf: v.string(), fileName: v.string(), address: v.string() });
export type DocumentReply = v.InferOutput<typeof DocumentReply>;

export const DocumentList = v.object({
  certificates: v.array(
    v.object({
      event: v.string(),
      kind: v.picklist(CERTIFICATE_KINDS),
      /** Whom it is about. */
      names: v.array(v.string()),
      on: v.string(),
      /** Why it is not drawn up here: the code of a refusal, whose text says who does. */
      obstacle: v.nullable(v.string()),
    }),
  ),
});
export type DocumentList = v.InferOutput<typeof DocumentList>;

export const DocumentCheckRequest = v.strictObject({
  reference: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
});

export const DocumentCheckReply = v.object({
  /** A JWS: what was signed, covered as far as need be. */
  statement: v.string(),
  /** The registry says today what the document says. */
  current: v.boolean(),
});
export type DocumentCheckReply = v.InferOutput<typeof DocumentCheckReply>;
