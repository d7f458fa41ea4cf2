// Verification of a presented SD-JWT VC with key binding, in the library that others use, against two raw ES256
// verifications, in one run.
//   node bench/verifyCredential.ts
// Chain and status list at hand, as the goal says; the key of each holder is not, while the reference has all its keys.
import { randomBytes } from 'node:crypto';
import { parseJws } from '@jatidiri/core/jose/jws.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import { bindToHolder, selectDisclosures } from '@jatidiri/core/sdjwt/present.ts';
import { HOLDERS, ISSUER_URI, newAuthority, newHolder, suite } from './credentials/authority.ts';
import { claims, shown } from './credentials/claims.ts';
import { compare } from './credentials/compare.ts';
import { type Signed, signedBy, verifyRaw } from './credentials/raw.ts';

const now = new Date();
const authority = await newAuthority(now);
const expected = { vct: [`${ISSUER_URI}/vct/ktp`], audience: 'https://loket.example', nonce: 'n-0S6_WzA2Mj' };

async function newCase(): Promise<{ presentation: string; signed: readonly Signed[] }> {
  const holder = await newHolder();
  const { issuer, verifier: _, ...terms } = authority;
  const credential = await issueCredential(
    { sign: issuer.sign, suite, randomSalt: () => randomBytes(16).toString('base64url') },
    {
      ...terms,
      vct: expected.vct[0]!,
      issuer: ISSUER_URI,
      holderKey: holder.publicJwk,
      selectable: new Personal(claims),
    },
  );
  const selected = selectDisclosures(credential, new Set(shown));
  const presentation = await bindToHolder(holder.sign, suite, selected, { ...expected, now });
  const parts = presentation.split('~');
  const signedIn = (compact: string, { publicKey }: Pick<typeof holder, 'publicKey'>) => {
    const { signingInput, signature } = parseJws(compact)!;
    return signedBy(publicKey, Buffer.from(signingInput), signature);
  };
  return { presentation, signed: [signedIn(parts[0]!, issuer), signedIn(parts.at(-1)!, holder)] };
}

const cases = await Promise.all(Array.from({ length: HOLDERS }, newCase));
await compare({
  name: 'verify-credential',
  goal: 0.6,
  batch: cases.length,
  async ours() {
    for (const { presentation } of cases) {
      const outcome = await authority.verifier.verifySdJwt(presentation, expected);
      if (!outcome.ok) throw new Error(outcome.refusal.code);
    }
  },
  async reference() {
    verifyRaw(cases.map(({ signed }) => signed));
  },
});
