import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { AuthorizationDetail } from '@jatidiri/core/openid4vci/wire.ts';
import * as v from 'valibot';

/** The parameters of a form; undefined for another body, and when one is repeated (RFC 6749 section 3.2). */
export function singleValues(body: unknown): Readonly<Record<string, string | undefined>> | undefined {
  if (!(body instanceof URLSearchParams)) return undefined;
  const values = Object.fromEntries(body);
  return Object.keys(values).length === [...body.keys()].length ? values : undefined;
}

const Details = v.pipe(v.array(v.looseObject({ type: v.string() })), v.nonEmpty());

/** The configurations that `authorization_details` name (RFC 9396 section 2); undefined when there are none. */
export function readDetails(
  text: string | undefined,
): Result<readonly string[] | undefined, Refusal<'openid4vci/authorization-details'>> {
  if (text === undefined) return ok(undefined);
  const details = v.safeParse(v.pipe(v.string(), v.parseJson(), Details), text);
  const parsed = details.success ? v.safeParse(v.array(AuthorizationDetail), details.output) : details;
  if (!parsed.success) return refuse({ code: 'openid4vci/authorization-details' });
  return ok((parsed.output as AuthorizationDetail[]).map((detail) => detail.credential_configuration_id));
}
