import type { Page } from 'playwright-core';

/** A passkey authenticator inside the browser (WebAuthn section 11), which confirms its user at once. */
export interface Authenticator {
  /** The person turns away: the next ceremonies fail until `present` is called. */
  absent(): Promise<void>;
  present(): Promise<void>;
  remove(): Promise<void>;
}

export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  });
  const verify = (isUserVerified: boolean) =>
    session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }).then(() => undefined);
  return {
    absent: () => verify(false),
    present: () => verify(true),
    remove: () =>
      session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }).then(() => undefined),
  };
}
