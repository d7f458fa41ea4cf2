import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { CHANNELS, type Channel, type RecoveryId } from '@jatidiri/core/recovery/model.ts';
import { type NoticeDeps, sendNotice } from '../activation/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { addJob } from '../platform/jobs.ts';
import { messageOf, type Notice, stopLink } from './messages.ts';
import type { RecoverySecrets } from './secrets.ts';
import { findRecovery } from './store.ts';

export const TELL_RESIDENT = 'recovery.tell';

export interface TellDeps extends NoticeDeps {
  readonly secrets: RecoverySecrets;
  readonly portalOrigin: string;
}

type About =
  | { readonly what: 'moved' | 'reset' | 'held' | 'resumed' | 'stopped' }
  | { readonly what: 'code' | 'coolingOff'; readonly recovery: RecoveryId };

interface Payload {
  readonly activation: ActivationId;
  readonly channel: Channel;
  readonly what: About['what'];
  readonly recovery?: RecoveryId;
}

/** Tells the resident on every channel, in the transaction that gives reason to: one job each, so that none repeats another. */
export async function tell(sql: Sql, activation: ActivationId, about: About): Promise<void> {
  for (const channel of CHANNELS) await addJob(sql, TELL_RESIDENT, { activation, channel, ...about });
}

/** The job: one message on one channel, if the resident has that channel and there is still something to say. */
export async function tellResident(deps: TellDeps, payload: unknown): Promise<void> {
  const { activation, channel, ...about } = payload as Payload;
  const notice = await noticeOf(deps, channel, about);
  if (notice) await sendNotice(deps, { activation, channel }, messageOf(notice));
}

async function noticeOf(
  { database, secrets, portalOrigin }: TellDeps,
  channel: Channel,
  { what, recovery: id }: Pick<Payload, 'what' | 'recovery'>,
): Promise<Notice | undefined> {
  if (what !== 'code' && what !== 'coolingOff') return { kind: what };
  const recovery = id && (await findRecovery(database.read, id));
  // Stopped or gone on in the meantime: no message then.
  if (what === 'code')
    return recovery?.state === 'awaitingCode'
      ? { kind: 'code', code: secrets.codeOf(recovery.id, recovery.codes) }
      : undefined;
  return recovery?.state === 'coolingOff'
    ? {
        kind: 'coolingOff',
        ripeAt: recovery.ripeAt,
        stop: stopLink(portalOrigin, secrets.stopToken(recovery.id, channel)),
      }
    : undefined;
}
