import { documentReference } from '@jatidiri/core/document/documentAddress.ts';
import { secretIn } from '@jatidiri/core/document/photocopySecret.ts';
import { type SignedStatement, verifyStatement } from '@jatidiri/core/document/signedStatement.ts';
import { DocumentCheckReply } from '@jatidiri/core/document/signedWire.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../../shared/api.ts';
import { issuerTrust } from '../../shared/trust/issuerTrust.ts';

/** What became of checking a document. */
export type Checked =
  | { readonly kind: 'current' | 'outdated'; readonly statement: SignedStatement }
  /** Not a code of ours, not known, or not what we signed. */
  | { readonly kind: 'false' }
  | { readonly kind: 'refused'; readonly refusal: ApiRefusal };

/** Asks by what follows from the secret; the signature is verified here, against the root of this installation. */
export async function checkDocument(fragment: string): Promise<Checked> {
  const secret = secretIn(fragment);
  if (!secret) return { kind: 'false' };
  const suite = webSuite(crypto.subtle);
  const reference = await documentReference(secret, suite);
  const answer = await callApi({
    method: 'POST',
    path: '/api/document/signed-checks',
    body: { reference },
    parse: (body) => v.parse(DocumentCheckReply, body),
  });
  if (!answer.ok)
    return answer.refusal.code === 'document/unknown'
      ? { kind: 'false' }
      : { kind: 'refused', refusal: answer.refusal };
  const trust = await issuerTrust('document');
  if (!trust.ok) return { kind: 'refused', refusal: trust.refusal };
  const statement = await verifyStatement(answer.value.statement, reference, {
    verifyChain: trust.value,
    suite,
  });
  if (!statement) return { kind: 'false' };
  return { kind: answer.value.current ? 'current' : 'outdated', statement };
}

/** Whether a file is to the last byte the one that was signed; it does not leave this device. */
export async function isSignedFile(file: Blob, { sha256 }: SignedStatement): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return toBase64url(new Uint8Array(digest)) === sha256;
}
