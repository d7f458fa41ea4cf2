import { parseEmail, parseName, parsePhone } from '../activation/contact.ts';
import type { ActivationId } from '../activation/model.ts';
import { type ParsedJws, parseJws, signJws, verifyJws } from '../jose/jws.ts';
import { fromNumericDate, isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { thumbprint } from '../jose/thumbprint.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { SignEs256, Suite } from '../kit/suite.ts';
import { UUID } from '../kit/uuid.ts';
import { parseNik } from '../registry/nik.ts';
import type { FieldApplication } from './model.ts';
import type { FieldRefusalCode } from './refusals.ts';

/**
 * The field application: `IKDAPP:` and a compact JWS (`typ` ikd-field-application+jwt) by the handset's key, which
 * stands in its header. Whoever has the text can check it without a network. It is no secret of the handset and may be
 * shown again: what is made of it is bound to the key and of use to nobody else.
 */
const PREFIX = 'IKDAPP:';
const TYP = 'ikd-field-application+jwt';
/** With the longest name and address that the form takes. */
const MAX_CHARACTERS = 2_048;

type Read<T> = Result<T, Refusal<FieldRefusalCode>>;

export const isFieldApplication = (text: string): boolean => text.startsWith(PREFIX);

/** What the telephone shows, in one QR code or several frames. */
export async function drawFieldApplication(
  sign: SignEs256,
  {
    id,
    online,
    nik,
    name,
    email,
    phone,
    device,
    at,
  }: Omit<FieldApplication, 'device'> & {
    readonly device: Pick<FieldApplication['device'], 'jwk'>;
  },
): Promise<string> {
  const { x, y } = device.jwk;
  const payload = {
    jti: id,
    iat: toNumericDate(at),
    nik: nik.reveal(),
    name: name.reveal(),
    ...(email && { email: email.reveal() }),
    ...(phone && { phone: phone.reveal() }),
    ...(online && { aid: online }),
  };
  return PREFIX + (await signJws(sign, { typ: TYP, jwk: { kty: 'EC', crv: 'P-256', x, y } }, payload));
}

/** The compact JWS inside the text: what an entry carries on. */
export function fieldApplicationIn(text: string): Read<string> {
  return isFieldApplication(text) && text.length <= MAX_CHARACTERS
    ? ok(text.slice(PREFIX.length))
    : refuse({ code: 'field/qr-other-system' });
}

/** Reads a field application and checks it against the very key that it binds. */
export async function verifyFieldApplication(compact: string, suite: Suite): Promise<Read<FieldApplication>> {
  const jws = compact.length <= MAX_CHARACTERS ? parseJws(compact) : undefined;
  const jwk = jws?.header.typ === TYP ? parsePublicJwk(jws.header.jwk) : undefined;
  if (!jws || !jwk) return refuse({ code: 'field/application-unreadable' });
  if (!(await verifyJws(suite, jws, jwk))) return refuse({ code: 'field/application-forged' });
  const form = readForm(jws);
  if (!form) return refuse({ code: 'field/application-unreadable' });
  return ok({ ...form, device: { thumbprint: await thumbprint(suite, jwk), jwk } });
}

function readForm({ payload }: ParsedJws): Omit<FieldApplication, 'device'> | undefined {
  const { jti, aid, iat } = payload;
  if (!isUuid(jti) || !(aid === undefined || isUuid(aid)) || !isNumericDate(iat)) return undefined;
  const { nik, name, email = '', phone } = payload;
  if (typeof nik !== 'string' || typeof name !== 'string' || typeof email !== 'string') return undefined;
  if (phone !== undefined && typeof phone !== 'string') return undefined;
  const form = {
    nik: parseNik(nik),
    name: parseName(name),
    email: parseEmail(email),
    phone: phone === undefined ? ok(null) : parsePhone(phone),
  };
  if (!form.nik.ok || !form.name.ok || !form.email.ok || !form.phone.ok) return undefined;
  return {
    id: jti as ActivationId,
    online: (aid as ActivationId | undefined) ?? null,
    nik: form.nik.value,
    name: form.name.value,
    email: form.email.value,
    phone: form.phone.value,
    at: fromNumericDate(iat),
  };
}

const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
