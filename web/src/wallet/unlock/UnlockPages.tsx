import { useLocation } from 'preact-iso/router';
import { ForgottenPinPage } from './ForgottenPinPage.tsx';
import { UnlockPage } from './UnlockPage.tsx';

export function UnlockPages() {
  const { path } = useLocation();
  return path === '/lupa-pin' ? <ForgottenPinPage /> : <UnlockPage />;
}
