import { randomUUID, webcrypto } from 'node:crypto';
import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { createFieldCertificate, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import type { drawFieldApplication } from '@jatidiri/core/field/fieldApplication.ts';
import { sessionTerms } from '@jatidiri/core/field/sessionCertificate.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { webSigner, webSuite } from '@jatidiri/core/kit/webSuite.ts';
import {
  crypto,
  type newIssuer,
  newKeys,
  newSerial,
  publicJwkOf,
  type Signer,
} from '../chain/issuerFixture.ts';

export const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
export const SESSION = {
  session: '0193598e-7d2c-7000-8000-000000000001',
  officer: 'Budi Santoso, S.H.',
  office: 'Disdukcapil Kota Samarinda',
  place: 'Balai Desa Air Hitam',
  from: toIsoDate('2026-11-22'),
  to: toIsoDate('2026-11-24'),
};

/** A kit key with its session certificate below that root. */
export async function newKitKey(
  { rootDer, rootKeys }: Pick<Awaited<ReturnType<typeof newIssuer>>, 'rootDer' | 'rootKeys'>,
  session: Parameters<typeof sessionTerms>[0] = SESSION,
) {
  const keys = await newKeys();
  const certificate = await createFieldCertificate(
    { ...sessionTerms(session), serial: newSerial(), publicKey: keys.publicKey },
    { der: rootDer, privateKey: rootKeys.privateKey },
    crypto,
  );
  return {
    certificate,
    x5c: [toX5c(certificate)],
    publicJwk: await publicJwkOf(keys.publicKey),
    sign: webSigner(crypto.subtle, keys.privateKey),
  };
}

export function applicationOf({ publicJwk }: Signer, at: Date): Parameters<typeof drawFieldApplication>[1] {
  return {
    id: randomUUID() as ActivationId,
    online: null,
    nik: new Personal<string, 'nik'>('6472025702990001'),
    name: new Personal<string, 'name'>('SITI RAHMAWATI CONTOH'),
    email: null,
    phone: new Personal<string, 'phone'>('+6281234567890'),
    device: { jwk: publicJwk },
    at,
  };
}
