import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { TrustReply } from '@jatidiri/core/issuance/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../../shared/api.ts';
import { OfficerCheck } from '../../shared/officer/OfficerCheck.tsx';
import type { OfficerTrust } from '../../shared/officer/officerTrust.ts';
import { openServerClock } from '../../shared/serverClock.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';

const clock = openServerClock();

/** With whom to believe asked anew each time. */
export function CheckWithTrust() {
  const { trust, refusal } = useTrust();
  if (refusal) return <RefusalNotice refusal={refusal} />;
  return trust ? <OfficerCheck trust={trust} now={clock.now} /> : <Busy />;
}

function useTrust(): { trust?: OfficerTrust; refusal?: ApiRefusal } {
  const [known, setKnown] = useState<{ trust?: OfficerTrust; refusal?: ApiRefusal }>({});
  useEffect(() => {
    void clock.learn().then(async () => {
      const answer = await callApi({
        method: 'GET',
        path: '/api/issuance/trust',
        parse: (body) => v.parse(TrustReply, body),
      });
      if (!answer.ok) return setKnown({ refusal: answer.refusal });
      const anchors = answer.value.roots.flatMap(certificatesInPem);
      const [verifyIssuer, verifySession] = [
        chainVerifier(anchors, crypto),
        chainVerifier(anchors, crypto, 'field'),
      ];
      setKnown({ trust: { verifyIssuer, verifySession } });
    });
  }, []);
  return known;
}
