import { Steps } from '../../shared/ui/Steps.tsx';

/** Data, selfie, PIN, officer, confirmation. */
export function ActivationSteps({ at }: { at: number }) {
  return <Steps at={at} of={5} />;
}
