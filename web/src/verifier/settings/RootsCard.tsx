import { type Bytes, toHex } from '@jatidiri/core/kit/bytes.ts';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import type { KeptTrust } from '../trust/model.ts';
import { useVerifier } from '../verifier.ts';
import { texts } from './texts.ts';

/** Which roots this device trusts, and the ones that it is asked to trust. */
export function RootsCard({ kept }: { kept: KeptTrust }) {
  const t = texts();
  const { busy, acceptOfferedRoots } = useVerifier().trust;
  return (
    <Card title={t.roots}>
      <p class="soft">{t.rootsHint}</p>
      <Fingerprints roots={kept.roots} />
      {kept.offeredRoots.length > 0 && (
        <>
          <p>{t.offered}</p>
          <Fingerprints roots={kept.offeredRoots} />
          <p class="soft">{t.offeredHint}</p>
          <Button kind="danger" busy={busy.value} onClick={() => void acceptOfferedRoots()}>
            {t.accept}
          </Button>
        </>
      )}
    </Card>
  );
}

function Fingerprints({ roots }: { roots: readonly Uint8Array[] }) {
  const [shown, setShown] = useState<readonly string[]>([]);
  useEffect(() => {
    void Promise.all(roots.map(fingerprintOf)).then(setShown);
  }, [roots]);
  return (
    <>
      {shown.map((fingerprint) => (
        <p key={fingerprint} class="digits fingerprint">
          {fingerprint}
        </p>
      ))}
    </>
  );
}

async function fingerprintOf(der: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', der as Bytes));
  return toHex(hash).match(/.{4}/g)!.join(' ');
}
