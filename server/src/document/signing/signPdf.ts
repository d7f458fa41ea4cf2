import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { SignPdf } from '@signpdf/signpdf';
import {
  DEFAULT_BYTE_RANGE_PLACEHOLDER as LATER,
  SIG_FLAGS,
  Signer,
  SUBFILTER_ETSI_CADES_DETACHED,
} from '@signpdf/utils';
import { cadesSignature } from './cadesSignature.ts';

/** Who signs, as a viewer shows it. */
export interface SignatureWords {
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
}

export interface DocumentKey {
  readonly sign: SignEs256;
  /** Base64 DER, the leaf first. */
  readonly x5c: readonly string[];
}

/** A certificate of ours with its signature takes some 1,100 bytes. */
const RESERVED_BYTES = 2_048;
/** Of an annotation: it is printed, and no viewer moves it (ISO 32000-1 table 165). */
const PRINT_AND_LOCKED = 4 + 128;

/**
 * Leaves room in a PDF for one signature over all of it (ISO 32000-1 section 12.8.1), in a field that shows nothing: the
 * paper says in words who signed. Called once, when a font is chosen and before the document ends.
 */
export function reserveSignature(
  doc: PDFKit.PDFDocument,
  { name, reason, location, at }: SignatureWords,
): void {
  const signature = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: SUBFILTER_ETSI_CADES_DETACHED,
    ByteRange: [0, LATER, LATER, LATER],
    Contents: Buffer.alloc(RESERVED_BYTES),
    M: at,
    Name: text(name),
    Reason: text(reason),
    Location: text(location),
  });
  signature.end(undefined);
  const field = doc.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: text('Tanda tangan elektronik'),
    F: PRINT_AND_LOCKED,
    Rect: [0, 0, 0, 0],
    V: signature,
    P: doc.page.dictionary,
  });
  field.end(undefined);
  doc.page.annotations.push(field);
  doc.initForm();
  const form = (doc as unknown as WithForm)._root.data.AcroForm.data;
  form.Fields = [field];
  form.SigFlags = SIG_FLAGS.SIGNATURES_EXIST | SIG_FLAGS.APPEND_ONLY;
  // Nothing here is filled in by whoever reads it; a viewer that drew fields anew would alter what is signed.
  delete form.NeedAppearances;
}

/** What pdfkit keeps of a form and its types do not show. */
interface WithForm {
  readonly _root: { readonly data: { readonly AcroForm: { readonly data: Record<string, unknown> } } };
}

/** pdfkit writes a primitive as a name, and the object as a string. */
const text = (value: string) => Object(value) as string;

/** Puts a PAdES signature (ETSI EN 319 142-1, level B-B) into the room that was reserved for it. */
export function signPdf(pdf: Buffer, { sign, x5c }: DocumentKey): Promise<Buffer> {
  const certificate = Buffer.from(x5c[0]!, 'base64');
  const signer = Object.assign(new Signer(), {
    sign: (signed: Buffer) => cadesSignature(sign, certificate, signed),
  });
  return new SignPdf().sign(pdf, signer);
}
