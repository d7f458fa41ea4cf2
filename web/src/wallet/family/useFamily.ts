import { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { online } from '../online.ts';
import { useWallet } from '../wallet.ts';

export interface Family {
  /** What lies sealed on the handset, until the newest has come. */
  readonly family: FamilyCredentialsReply | undefined;
  readonly refusal: ApiRefusal | undefined;
  readonly load: () => Promise<void>;
}

/** The family's cards: those that are kept, at once and without a network; fetched anew when there is one. */
export function useFamily(): Family {
  const { handset, vault } = useWallet();
  const [family, setFamily] = useState<FamilyCredentialsReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    setRefusal(undefined);
    const kept = v.safeParse(FamilyCredentialsReply, await vault.get('family'));
    if (kept.success) setFamily(kept.output);
    if (!online.value) return;
    const parse = (body: unknown) => v.parse(FamilyCredentialsReply, body);
    const answer = await handset.call({ method: 'POST', path: '/api/issuance/family', parse });
    if (!answer.ok) return setRefusal(answer.refusal);
    await vault.put('family', answer.value);
    setFamily(answer.value);
  }
  // When the page opens, and when the network returns
  useEffect(() => {
    void load();
  }, [online.value]);
  return { family, refusal, load };
}
