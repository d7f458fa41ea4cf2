import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Application, PriceClass, Purpose } from './model.ts';
import type { ApplicationRequest } from './portalWire.ts';
import type { PartnerRefusalCode } from './refusals.ts';

/** Letters, digits and what registered names are written with; nothing invisible, no line breaks. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,&()/'’+-]{2,119}$/u;
const REGISTRATION = /^[\p{L}\p{N} ./-]{5,40}$/u;
const TAX_DIGITS = /^\d{15,16}$/;
/** A host name of at least two labels (RFC 1123 section 2.1), not an address in figures. */
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** What a legal entity applies with, in one spelling; a refusal names the field. */
export interface ReadApplication {
  readonly name: string;
  readonly priceClass: PriceClass;
  readonly application: Application;
}

export function readApplication(
  form: ApplicationRequest,
): Result<ReadApplication, Refusal<PartnerRefusalCode>> {
  const name = squeeze(form.name);
  if (!NAME.test(name)) return refuse({ code: 'partner/name-malformed', field: 'name' });
  const registrationNumber = squeeze(form.registrationNumber);
  if (!REGISTRATION.test(registrationNumber))
    return refuse({ code: 'partner/registration-malformed', field: 'registrationNumber' });
  const taxNumber = form.taxNumber.replaceAll(/[\s.-]/g, '');
  if (!TAX_DIGITS.test(taxNumber)) return refuse({ code: 'partner/tax-malformed', field: 'taxNumber' });
  const domain = form.domain.trim().toLowerCase();
  if (!DOMAIN.test(domain)) return refuse({ code: 'partner/domain-malformed', field: 'domain' });
  return ok({
    name,
    priceClass: form.priceClass,
    application: {
      registrationNumber,
      taxNumber,
      domain,
      purposes: withIds(form.purposes),
      scopes: form.scopes,
    },
  });
}

function withIds(purposes: ApplicationRequest['purposes']): Purpose[] {
  const taken = new Set<string>();
  return purposes.map(({ text, attributes }) => {
    const id = newPurposeId(text, taken);
    taken.add(id);
    return { id, text: { id: squeeze(text.id), en: squeeze(text.en) }, attributes };
  });
}

/** A purpose's id comes from its English words: `Opening an account` → `opening-an-account`. */
export function newPurposeId(text: Purpose['text'], taken: ReadonlySet<string>): string {
  const base = slug(text.en) || slug(text.id) || 'purpose';
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 50);

const squeeze = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
