import { useLocation } from 'preact-iso/router';
import { useFreshStatus } from '../useFreshStatus.ts';
import { ForgottenPinPage } from './ForgottenPinPage.tsx';
import { UnlockPage } from './UnlockPage.tsx';

/** Before the PIN. */
export function UnlockPages() {
  const { path } = useLocation();
  useFreshStatus();
  return path === '/lupa-pin' ? <ForgottenPinPage /> : <UnlockPage />;
}
