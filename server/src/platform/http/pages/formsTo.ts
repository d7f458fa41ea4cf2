/**
 * Browsers hold `form-action` against every redirect that follows a form, also against the last one, to the relying
 * party or wallet. So a page whose form ends there must allow that one origin.
 */
export function withFormsTo(policy: string, redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri);
  // An application's own scheme has no origin.
  return policy.replace("form-action 'self'", `form-action 'self' ${origin === 'null' ? protocol : origin}`);
}
