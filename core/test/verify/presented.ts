import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { toPem } from '@jatidiri/core/chain/createCertificate.ts';
import { showIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import { issueIdentityCwt } from '@jatidiri/core/identityqr/issueIdentityCwt.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { type Bytes, toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { createDeviceResponse } from '@jatidiri/core/mdoc/createDeviceResponse.ts';
import { issueMdoc } from '@jatidiri/core/mdoc/issueMdoc.ts';
import { openId4VpTranscript } from '@jatidiri/core/mdoc/sessionTranscript.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import { bindToHolder, selectDisclosures } from '@jatidiri/core/sdjwt/present.ts';
import { emptyStatusArray, setStatus } from '@jatidiri/core/statuslist/statusList.ts';
import { createStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import { ISSUER_URI, newIssuer, newSigner } from '../chain/issuerFixture.ts';

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
const DAY_MS = 86_400_000;
const ENTRIES = 1024;
const VALID_INDEX = 3;
const REVOKED_INDEX = 4;

/** What a relying party holds: the authority's trust list, its own request, and what wallets sent to it. All JSON. */
export type Presented = Awaited<ReturnType<typeof presentedAt>>;

/** An authority, a holder with one valid and one revoked credential in each format, and their answers to one request. */
export async function presentedAt(now: Date, listsSignedAt = now) {
  const validity = {
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + 365 * DAY_MS),
  };
  const issuer = await newIssuer('CN=Penerbit IKD (contoh), C=ID', validity);
  const holder = await newSigner();
  const request = {
    clientId: 'x509_hash:abc',
    nonce: 'sekali-pakai',
    responseUri: 'https://loket.example/r',
  };
  const sessionTranscript = await openId4VpTranscript(suite, request);
  const listUri = (name: string) => `${ISSUER_URI}/status/${name}`;

  const termsWith = (uri: string, idx: number) => ({
    issuer: ISSUER_URI,
    certificateSha256: new Uint8Array(createHash('sha256').update(issuer.der).digest()),
    issuedAt: now,
    expiresAt: new Date(now.getTime() + 30 * DAY_MS),
    holderKey: holder.publicJwk,
    status: { uri, idx },
    x5c: issuer.x5c,
  });
  const sdJwt = async (uri: string, idx = VALID_INDEX) => {
    const issued = await issueCredential(
      { sign: issuer.sign, suite, randomSalt: () => randomBytes(16).toString('base64url') },
      {
        ...termsWith(uri, idx),
        vct: 'urn:jatidiri:ikd:1',
        selectable: new Personal<JsonObject>({ name: 'Warga Contoh', age_over_17: true }),
      },
    );
    const context = { audience: request.clientId, nonce: request.nonce, now };
    return bindToHolder(holder.sign, suite, selectDisclosures(issued, new Set(['age_over_17'])), context);
  };
  const mdoc = async (uri: string, idx = VALID_INDEX) => {
    const issuerSigned = await issueMdoc(
      { sign: issuer.sign, suite, randomSalt: () => new Uint8Array(randomBytes(32)) },
      {
        ...termsWith(uri, idx),
        docType: 'jatidiri.ikd.1',
        nameSpace: 'jatidiri.ikd.1',
        elements: new Personal({ name: 'Warga Contoh', age_over_17: true }),
      },
    );
    const shown = { 'jatidiri.ikd.1': ['age_over_17'] };
    return toBase64url(
      await createDeviceResponse([{ issuerSigned, shown, sign: holder.sign }], sessionTranscript),
    );
  };
  const identityQr = async (uri: string, idx = VALID_INDEX) => {
    const portrait = new Personal<Bytes, 'portrait'>(new Uint8Array(randomBytes(300)));
    const cwt = await issueIdentityCwt(issuer.sign, termsWith(uri, idx), { kind: 'over17', portrait });
    return showIdentityQr(holder.sign, cwt, now);
  };
  const list = async (uri: string, bytes: Bytes = revokedList()) => {
    const deflate = (data: Uint8Array) => new Uint8Array(deflateSync(data, { level: 9 }));
    const terms = { uri, issuedAt: listsSignedAt, expiresAt: new Date(now.getTime() + DAY_MS) };
    return createStatusListToken({ sign: issuer.sign, x5c: issuer.x5c, deflate }, terms, { bits: 2, bytes });
  };

  const [good, bomb, swapped, absent] = ['good', 'bomb', 'swapped', 'absent'].map(listUri) as [
    string,
    string,
    string,
    string,
  ];
  const [jwt = ''] = (await sdJwt(good)).split('~');
  return {
    trust: { roots: [toPem(issuer.rootDer)], issuers: [issuer.x5c] },
    otherTrust: { roots: [toPem((await newIssuer()).rootDer)], issuers: [issuer.x5c] },
    request,
    statusLists: {
      [good]: await list(good),
      [bomb]: await list(bomb, new Uint8Array(64 * 1024 * 1024)),
      [swapped]: await list(good),
      // A token of another kind by the same issuer.
      [`${good}/type`]: jwt,
    },
    sdJwt: {
      ok: await sdJwt(good),
      'sdjwt/revoked': await sdJwt(good, REVOKED_INDEX),
      'sdjwt/status-unknown': await Promise.all(
        [bomb, swapped, absent, `${good}/type`].map((uri) => sdJwt(uri)),
      ),
    },
    mdoc: {
      ok: await mdoc(good),
      'mdoc/revoked': await mdoc(good, REVOKED_INDEX),
      'mdoc/status-unknown': await mdoc(absent),
    },
    identityQr: {
      ok: await identityQr(good),
      'qr/revoked': await identityQr(good, REVOKED_INDEX),
      'qr/status-unknown': await identityQr(absent),
    },
  };
}

function revokedList(): Bytes {
  const array = emptyStatusArray(2, ENTRIES);
  setStatus(array, REVOKED_INDEX, 1);
  return array.bytes;
}
