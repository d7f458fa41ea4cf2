import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { TrustReply } from '@jatidiri/core/issuance/wire.ts';
import * as v from 'valibot';
import { callApi } from '../../shared/api.ts';
import type { OfficerTrust } from '../../shared/officer/officerTrust.ts';
import type { WalletStore } from '../handset/walletStore.ts';

const Roots = v.pipe(v.array(v.string()), v.minLength(1));

/** Fetches the roots of this installation, from this page's own origin, and keeps them. */
export async function learnRoots(store: WalletStore): Promise<boolean> {
  const answer = await callApi({
    method: 'GET',
    path: '/api/issuance/trust',
    parse: (body) => v.parse(TrustReply, body),
  });
  if (answer.ok) await store.put('handset', 'roots', answer.value.roots);
  return answer.ok;
}

/** Whom this handset believes without a network; undefined when it has never learnt it. */
export async function officerTrust(store: WalletStore): Promise<OfficerTrust | undefined> {
  let kept = v.safeParse(Roots, await store.get('handset', 'roots'));
  if (!kept.success && (await learnRoots(store)))
    kept = v.safeParse(Roots, await store.get('handset', 'roots'));
  if (!kept.success) return undefined;
  const anchors = kept.output.flatMap(certificatesInPem);
  return {
    verifyIssuer: chainVerifier(anchors, crypto),
    verifySession: chainVerifier(anchors, crypto, 'field'),
  };
}
