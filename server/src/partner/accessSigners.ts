import { toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import type { Partner } from '@jatidiri/core/partner/model.ts';
import { type AccessAuthorityDeps, obtainHeldAccess } from './accessAuthority.ts';
import type { AccessCertificate } from './accessCertificateStore.ts';
import { keptFor } from './keptFor.ts';

/** Who signs a request to a wallet, and what its certificate says. */
export interface AccessSigner {
  readonly sign: SignEs256;
  /** Leaf alone: the root is what a wallet brings along. */
  readonly x5c: readonly string[];
  /** The verified name that the wallet shows. */
  readonly name: string;
  /** For `x509_san_dns`, and the host of `response_uri`. */
  readonly dnsName: string;
}

export interface AccessSigners {
  /** For requests that we make on a partner's behalf. */
  hosted(partner: Pick<Partner, 'id' | 'name'>): Promise<AccessSigner>;
  /** For the counter page and the test doors. */
  installation(): Promise<AccessSigner>;
}

const INSTALLATION = { id: null, name: 'Jatidiri – Pemeriksa IKD' } as const;
const KEPT_MS = 3_600_000;
const KEPT_SIGNERS = 1_000;

export function accessSigners(
  deps: AccessAuthorityDeps & { readonly origins: { readonly portal: string } },
): AccessSigners {
  const dnsName = new URL(deps.origins.portal).hostname;
  const signers = keptFor<AccessSigner>(KEPT_SIGNERS, deps.now);

  async function obtain({ id, name }: Pick<Partner, 'id' | 'name'> | typeof INSTALLATION) {
    const keyName = `verifier-${id ?? 'installation'}`;
    const known = signers.get(keyName);
    if (known?.name === name) return known;
    const role = id ? 'hosted' : 'installation';
    const certificate = await obtainHeldAccess(deps, role, {
      partner: id,
      keyName,
      name,
      dnsNames: [dnsName],
    });
    const signer = toSigner(deps, keyName, certificate, dnsName);
    signers.set(keyName, signer, new Date(deps.now().getTime() + KEPT_MS));
    return signer;
  }

  return { hosted: obtain, installation: () => obtain(INSTALLATION) };
}

function toSigner(
  { keys }: Pick<AccessAuthorityDeps, 'keys'>,
  keyName: string,
  { der, name }: AccessCertificate,
  dnsName: string,
): AccessSigner {
  return { sign: keys.signingKey(keyName).sign, x5c: [toX5c(der)], name, dnsName };
}
