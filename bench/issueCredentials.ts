// Issuing an SD-JWT VC and an mdoc against raw ES256 signing of as many bytes, in one run.
//   node bench/issueCredentials.ts
// With everything that an issuer does for each credential: salts, digests, encoding, signature.
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { issueMdoc } from '@jatidiri/core/mdoc/issueMdoc.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import { randomPool } from '../server/src/platform/randomPool.ts';
import { HOLDERS, ISSUER_URI, newAuthority, newHolder, suite } from './credentials/authority.ts';
import { claims } from './credentials/claims.ts';
import { compare } from './credentials/compare.ts';
import { signRaw } from './credentials/raw.ts';

const GOAL = 0.5;
const TYPE = 'jatidiri.ikd.1';
const { issuer, verifier: _, ...terms } = await newAuthority(new Date());
const holders = await Promise.all(Array.from({ length: HOLDERS }, newHolder));

/** Signs as many bytes as our credential signs, as often. */
async function compareIssuing(
  name: string,
  issue: (sign: typeof issuer.sign, at: number) => Promise<unknown>,
) {
  const signed: Uint8Array[] = [];
  for (const at of holders.keys()) {
    await issue((data) => {
      signed.push(data);
      return issuer.sign(data);
    }, at);
  }
  await compare({
    name,
    goal: GOAL,
    batch: holders.length,
    async ours() {
      for (const at of holders.keys()) await issue(issuer.sign, at);
    },
    async reference() {
      signRaw(issuer.privateKey, signed);
    },
  });
}

const random = randomPool();
const randomText = () => random(16).toString('base64url');
await compareIssuing('issue-credential', (sign, at) =>
  issueCredential(
    { sign, suite, randomSalt: randomText },
    {
      ...terms,
      vct: 'urn:jatidiri:ikd:1',
      issuer: ISSUER_URI,
      holderKey: holders[at]!.publicJwk,
      selectable: new Personal(claims),
    },
  ),
);

await compareIssuing('issue-mdoc', (sign, at) =>
  issueMdoc(
    { sign, suite, randomSalt: () => random(32) },
    {
      ...terms,
      docType: TYPE,
      nameSpace: TYPE,
      holderKey: holders[at]!.publicJwk,
      elements: new Personal(claims),
    },
  ),
);
