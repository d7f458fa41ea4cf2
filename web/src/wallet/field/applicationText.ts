import { parseEmail, parseName, parsePhone } from '@jatidiri/core/activation/contact.ts';
import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { drawFieldApplication } from '@jatidiri/core/field/fieldApplication.ts';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import type { Entries } from '../apply/draft.ts';
import { obtainDeviceKey } from '../handset/deviceKey.ts';
import type { Handset } from '../handset/handset.ts';

interface Begun {
  readonly entries: Entries;
  /** Names the field application. */
  readonly id: string;
  /** The application that was begun over the network, if any. */
  readonly online: string | null;
}

/** What the officer's kit reads; undefined when the entries cannot be right, which the form has said already. */
export async function applicationText(
  { store, sign, clock }: Pick<Handset, 'store' | 'sign' | 'clock'>,
  { entries, id, online }: Begun,
): Promise<string | undefined> {
  const [nik, name] = [parseNik(digitsOf(entries.nik)), parseName(entries.name)];
  const [email, phone] = [parseEmail(entries.email), parsePhone(entries.phone)];
  if (!nik.ok || !name.ok || !email.ok || !phone.ok) return undefined;
  const { jwk } = await obtainDeviceKey(store);
  return drawFieldApplication(sign, {
    id: id as ActivationId,
    online: online as ActivationId | null,
    nik: nik.value,
    name: name.value,
    email: email.value,
    phone: phone.value,
    device: { jwk },
    at: clock.now(),
  });
}
