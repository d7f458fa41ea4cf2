import { createHash } from 'node:crypto';
import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { SendMail } from '../platform/mail/mailer.ts';
import { confirmationMail } from './confirmationMail.ts';
import { putLink } from './evidenceStore.ts';
import { lockActivation } from './store.ts';

export const SEND_CONFIRMATION = 'activation.sendConfirmation';

export interface SendConfirmationDeps extends Tracing {
  readonly database: Database;
  readonly sendMail: SendMail;
  readonly random: (size: number) => Buffer;
  readonly walletOrigin: string;
  readonly demo: boolean;
}

const TOKEN_BYTES = 32;

/**
 * The job behind an attestation: makes a link and mails it. Each attempt makes its own link, for only the token's
 * hash is kept, and a mail that failed late may have arrived after all. The token stands in the fragment, which
 * no server on the way sees or logs.
 */
export async function sendConfirmation(deps: SendConfirmationDeps, payload: unknown): Promise<void> {
  const { activation: id } = payload as { activation: ActivationId };
  const token = deps.random(TOKEN_BYTES).toString('base64url');

  const email = await deps.database.write(async (sql) => {
    const activation = await lockActivation(sql, id);
    // Confirmed at the desk, refused or lapsed in the meantime: no mail then.
    if (activation?.state !== 'attested' || !activation.email) return undefined;
    await putLink(sql, hashOf(token), id);
    await append(deps, sql, {
      kind: 'activation/link-made',
      subject: activation.resident,
      actor: { kind: 'system', task: SEND_CONFIRMATION },
      details: { activation: id },
    });
    return activation.email;
  });
  if (email)
    await deps.sendMail(confirmationMail(email, `${deps.walletOrigin}/konfirmasi#${token}`, deps.demo));
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
