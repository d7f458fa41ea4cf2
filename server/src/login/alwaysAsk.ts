import { interactionPolicy } from 'oidc-provider';

/**
 * Each sign-in is asked for in the wallet, also when this browser has just been through one: at a counter the next
 * person sits down at the same screen.
 */
export function alwaysAsk(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const { Check, Prompt } = interactionPolicy;
  policy.clear();
  const asked = new Check('not_asked', 'the resident has not been asked', (ctx) => !ctx.oidc.result?.login);
  policy.add(new Prompt({ name: 'login', requestable: true }, asked));
  // The same answer in the wallet is the consent.
  policy.add(new Prompt({ name: 'consent', requestable: true }));
  return policy;
}
