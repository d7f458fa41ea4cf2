import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDocumentSigner, createRoot, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import PDFDocument from 'pdfkit';
import {
  crypto,
  ISSUER_URI,
  NOW,
  newKeys,
  newSerial,
  VALID_FROM,
  VALID_TO,
} from '../../../core/test/chain/issuerFixture.ts';
import { reserveSignature, signPdf } from '../../src/document/signing/signPdf.ts';
import { textIn } from '../pdfText.ts';
import { popplerVerdict, readSignature } from './readPdf.ts';

async function newDocumentKey() {
  const validity = { notBefore: VALID_FROM, notAfter: VALID_TO };
  const rootKeys = await newKeys();
  const root = await createRoot(
    { subject: 'CN=Akar (contoh), C=ID', serial: newSerial(), ...validity },
    rootKeys,
    crypto,
  );
  const keys = await newKeys();
  const certificate = await createDocumentSigner(
    {
      subject: 'CN=Dokumen (contoh), C=ID',
      serial: newSerial(),
      publicKey: keys.publicKey,
      uri: ISSUER_URI,
      ...validity,
    },
    { der: root, privateKey: rootKeys.privateKey },
    crypto,
  );
  return { root, x5c: [toX5c(certificate)], sign: webSigner(crypto.subtle, keys.privateKey) };
}

function aPage(): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4' });
  const pieces: Buffer[] = [];
  doc.on('data', (piece: Buffer) => pieces.push(piece));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(pieces))));
  doc.font('Helvetica').text('KARTU KELUARGA');
  reserveSignature(doc, {
    name: 'Disdukcapil (contoh)',
    reason: 'Kartu keluarga',
    location: 'Samarinda',
    at: NOW,
  });
  doc.end();
  return done;
}

describe('a signed PDF', () => {
  it('carries a signature of the level PAdES B-B over all of it, which others verify', async () => {
    const key = await newDocumentKey();
    const pdf = await signPdf(await aPage(), key);
    assert.match(textIn(pdf), /KARTU KELUARGA/);
    const { attributes, ...read } = await readSignature(pdf, key.root, NOW);
    assert.deepEqual(read, { holds: true, subFilter: 'ETSI.CAdES.detached', unsigned: 0 });
    // content-type, message-digest, signing-certificate-v2: what the level asks for, and no signing-time.
    assert.deepEqual(attributes.toSorted(), [
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ]);
    const verdict = await popplerVerdict(pdf);
    if (verdict !== undefined) assert.match(verdict, /Total document signed[\s\S]*Signature is Valid/);
  });

  it('no longer verifies when a byte of it is another, or under another root', async () => {
    const key = await newDocumentKey();
    const pdf = await signPdf(await aPage(), key);
    for (const at of [20, pdf.length - 200]) {
      const altered = Buffer.from(pdf);
      altered[at]! ^= 1;
      assert.equal((await readSignature(altered, key.root, NOW)).holds, false, `byte ${at}`);
    }
    assert.equal((await readSignature(pdf, (await newDocumentKey()).root, NOW)).holds, false);
  });

  it('is signed by a certificate that is good for documents alone', async () => {
    const { root, x5c } = await newDocumentKey();
    assert.ok((await chainVerifier([root], crypto, 'document')(x5c, NOW)).ok);
    for (const purpose of ['issuing', 'field'] as const)
      assert.deepEqual(await chainVerifier([root], crypto, purpose)(x5c, NOW), {
        ok: false,
        refusal: { code: 'chain/key-usage' },
      });
  });
});
