import { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { isWithdrawn } from '../copies/isWithdrawn.ts';
import { online } from '../online.ts';
import { useWallet } from '../wallet.ts';
import { isValidOn } from './endings.ts';

const RENEW_AFTER_MS = 24 * 3_600_000;

export interface Family {
  /** What lies sealed on the handset, until something newer has come. */
  readonly family: FamilyCredentialsReply | undefined;
  readonly today: IsoDate;
  readonly refusal: ApiRefusal | undefined;
  readonly load: () => Promise<void>;
  /** Fetches them although those that are kept are good: somebody was told at the desk that there is a new one. */
  readonly renew: () => Promise<void>;
}

/**
 * The family's cards: those that are kept, at once and without a network; fetched when there are none, when they are
 * older than a day, when a KIA is over, or when one of them was withdrawn.
 */
export function useFamily(): Family {
  const { handset, vault } = useWallet();
  const today = dayInKaltim(handset.clock.now());
  const [family, setFamily] = useState<FamilyCredentialsReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function renew(): Promise<void> {
    setRefusal(undefined);
    const parse = (body: unknown) => v.parse(FamilyCredentialsReply, body);
    const answer = await handset.call({ method: 'POST', path: '/api/issuance/family', parse });
    if (!answer.ok) return setRefusal(answer.refusal);
    await vault.put('family', { receivedAt: handset.clock.now().toISOString(), reply: answer.value });
    setFamily(answer.value);
  }
  async function load(): Promise<void> {
    const kept = v.safeParse(Kept, await vault.get('family'));
    if (!kept.success) return renew();
    const { reply, receivedAt } = kept.output;
    setFamily(reply);
    if (!online.value) return;
    const age = handset.clock.now().getTime() - Date.parse(receivedAt);
    const isOver = reply.children.some(({ sdJwtVc }) => !isValidOn(sdJwtVc, today));
    if (age > RENEW_AFTER_MS || age < 0 || isOver || (await isAnyWithdrawn(reply))) await renew();
  }
  // When the page opens, and when the network returns
  useEffect(() => {
    void load();
  }, [online.value]);
  return { family, today, refusal, load, renew };
}

/** What cannot be learnt is no reason to fetch. */
async function isAnyWithdrawn({ kk, children }: FamilyCredentialsReply): Promise<boolean> {
  for (const { sdJwtVc } of [kk, ...children]) if (await isWithdrawn(sdJwtVc).catch(() => false)) return true;
  return false;
}

const Kept = v.object({ receivedAt: v.string(), reply: FamilyCredentialsReply });
