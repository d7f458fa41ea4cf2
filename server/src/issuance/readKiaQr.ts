import { webcrypto } from 'node:crypto';
import type { IdentityQrRefusalCode } from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import { STATUS_LIST_PATH } from '@jatidiri/core/issuance/model.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { createVerifier } from '@jatidiri/core/verify/createVerifier.ts';
import type { ReadKiaQr } from '../kia/index.ts';
import { readTrust, type TrustDeps } from './readTrust.ts';
import { type StatusListDeps, statusLists } from './statusLists.ts';

const TOO_OLD: readonly string[] = ['qr/too-old', 'qr/from-the-future'] satisfies IdentityQrRefusalCode[];
const FOREIGN: readonly string[] = ['qr/other-system', 'qr/unreadable'] satisfies IdentityQrRefusalCode[];

/** Verifies the QR of a KIA as a counter does, against today's issuers and lists, and tells the age band alone. */
export function kiaQrReader(deps: TrustDeps & StatusListDeps & { readonly suite: Suite }): ReadKiaQr {
  const published = statusLists(deps);
  const prefix = `${deps.issuerUri}${STATUS_LIST_PATH}`;
  return async (text) => {
    const { roots, issuers } = await readTrust(deps);
    const verifier = createVerifier({
      trustAnchors: roots,
      issuers,
      fetchStatusList: async (uri) =>
        uri.startsWith(prefix) ? (await published(Number(uri.slice(prefix.length))))?.token : undefined,
      now: deps.now,
      crypto: webcrypto as unknown as Crypto,
      suite: deps.suite,
    });
    const verified = await verifier.verifyIdentityQr(text);
    if (verified.ok) {
      const { disclosure } = verified.value;
      return disclosure.kind === 'kia' ? ok(disclosure.band) : refuse({ code: 'kia/qr-not-kia' });
    }
    const { code } = verified.refusal;
    if (FOREIGN.includes(code)) return refuse({ code: 'kia/qr-not-kia' });
    return refuse({ code: TOO_OLD.includes(code) ? 'kia/qr-old' : 'kia/qr-not-valid' });
  };
}
