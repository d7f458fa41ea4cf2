import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { CodeStep } from './CodeStep.tsx';
import { FaceStep } from './FaceStep.tsx';
import { OfficerStep } from './OfficerStep.tsx';
import { ProofForm } from './ProofForm.tsx';
import { ProofOver } from './ProofOver.tsx';
import { texts } from './texts.ts';
import { WaitStep } from './WaitStep.tsx';

/** Without the old handset, or without the PIN: name, code, face, and a wait that the true owner can use. */
export function ProofPages() {
  const t = texts();
  const { recovery, application } = useWallet();
  const { route } = useLocation();
  const request = recovery.arrival.value?.request;
  const id = request?.id;
  // It may have been stopped, or its time may be over, since it was last looked at.
  useEffect(() => {
    if (id) void recovery.refresh();
  }, [id]);
  const isHolder = application.status.value !== undefined;
  // Who holds the identity may remember the PIN after all; on a new handset one gives up, or goes on.
  const back = request ? isHolder && (() => route('/')) : () => void recovery.choose(undefined);
  return (
    <WalletPage title={request ? t.steps[request.state] : t.proofTitle} {...(back && { onBack: back })}>
      {!request && <ProofForm />}
      {request?.state === 'awaitingCode' && <CodeStep request={request} />}
      {request?.state === 'awaitingFace' && <FaceStep request={request} />}
      {request?.state === 'coolingOff' && <WaitStep request={request} />}
      {request?.state === 'officerNeeded' && <OfficerStep request={request} />}
      {(request?.state === 'stopped' || request?.state === 'failed' || request?.state === 'expired') && (
        <ProofOver request={request} />
      )}
    </WalletPage>
  );
}
