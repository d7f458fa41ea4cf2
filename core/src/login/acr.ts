/**
 * What was checked when a resident signed in (OpenID Connect Core section 2, `acr`). The wallet opens with a PIN that
 * only the handset knows, and answers with a key that does not leave it; more than that is not checked today, so
 * nothing more is ever claimed.
 */
export const ACR_PIN_ON_DEVICE = 'urn:jatidiri:acr:pin-on-device';
/**
 * Plus a comparison of the face. Known by name so that a request for it can be refused; not offered: without a liveness
 * check a photograph of the resident would pass (docs/decisions/0015, 0040).
 */
export const ACR_FACE = 'urn:jatidiri:acr:face';
/** Plus an officer who stood in front of the resident. Not offered yet. */
export const ACR_IN_PERSON = 'urn:jatidiri:acr:in-person';
/** A demonstration's sign-in form: nothing was checked. */
export const ACR_DEMONSTRATION = 'urn:jatidiri:acr:demonstration';

/** RFC 8176: a PIN, and a key that software protects. */
export const amrOf = (acr: string): readonly string[] => (acr === ACR_PIN_ON_DEVICE ? ['pin', 'swk'] : []);

/**
 * Whether a request insists on something that is not checked (OpenID Connect Core section 5.5.1.1, essential `acr`):
 * it is refused with `unmet_authentication_requirements`. A mere wish (`acr_values`) is answered with what was done.
 */
export function insistsOnMore(claims: { readonly id_token?: { readonly acr?: unknown } }): boolean {
  const asked = claims.id_token?.acr;
  if (typeof asked !== 'object' || asked === null) return false;
  const { essential, value, values } = asked as { essential?: unknown; value?: unknown; values?: unknown };
  if (essential !== true || (value === undefined && values === undefined)) return false;
  return value !== ACR_PIN_ON_DEVICE && !(Array.isArray(values) && values.includes(ACR_PIN_ON_DEVICE));
}
