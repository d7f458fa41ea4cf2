import * as v from 'valibot';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { type ConfigurationId, isConfigurationId } from './configurations.ts';
import type { Openid4vciRefusalCode } from './refusals.ts';
import { AuthorizationDetail } from './wire.ts';

const Details = v.pipe(v.string(), v.parseJson(), v.pipe(v.array(AuthorizationDetail), v.nonEmpty()));

/**
 * The configurations that `authorization_details` name (RFC 9396 section 2, OpenID4VCI section 5.1.1); undefined when
 * there are none. Where a detail says for which issuer it is meant (`locations`), it has to be this one.
 */
export function readDetails(
  text: string | undefined,
  issuer: string,
): Result<readonly ConfigurationId[] | undefined, Refusal<Openid4vciRefusalCode>> {
  if (text === undefined) return ok(undefined);
  const details = v.safeParse(Details, text);
  if (!details.success) return refuse({ code: 'openid4vci/authorization-details' });
  const isForUs = details.output.every(({ locations }) => locations?.includes(issuer) ?? true);
  const configurations = details.output.map((detail) => detail.credential_configuration_id);
  if (!isForUs || !configurations.every(isConfigurationId))
    return refuse({ code: 'openid4vci/authorization-details' });
  return ok([...new Set(configurations)]);
}
