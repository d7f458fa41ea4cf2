import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import type { KeyedCopy } from '@jatidiri/core/holder/acceptCredential.ts';
import { heldCredentials, unusedCopies } from '@jatidiri/core/holder/copies.ts';
import type { HeldCopy } from '@jatidiri/core/holder/model.ts';
import { openRequest } from '@jatidiri/core/holder/present.ts';
import { openOffer, takeOffer } from '@jatidiri/core/holder/receive.ts';
import { answerRequest, declineRequest } from '@jatidiri/core/holder/respond.ts';
import { verifierName } from '@jatidiri/core/holder/verifierName.ts';
import { findWays, preferredWays, selectionOf } from '@jatidiri/core/holder/ways.ts';
import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { demonstrationSignIn } from './demonstrationSignIn.ts';
import { newKey, nodeTools, wait } from './nodeTools.ts';

/** What came of one step, as it is printed. `error` says what the wallet refused, `detail` by which rule. */
export type StepReport =
  | { readonly step: 'receive'; readonly ok: true; readonly credentials: readonly CredentialReport[] }
  | {
      readonly step: 'present';
      readonly ok: true;
      readonly verifier: string;
      readonly clientId: string;
      readonly shown: Readonly<Record<string, readonly unknown[]>>;
      readonly redirectUri?: string;
    }
  | {
      readonly step: 'receive' | 'present';
      readonly ok: false;
      readonly error: string;
      readonly detail?: string;
    };

interface CredentialReport {
  readonly issuer: string;
  readonly configurationId: string;
  readonly format: string;
  readonly type: string;
  readonly copies: number;
  readonly unused: number;
  readonly expiresAt?: string;
}

export interface Wallet {
  readonly receive: (offer: string, txCode?: string) => Promise<StepReport>;
  readonly present: (request: string) => Promise<StepReport>;
  readonly credentials: () => readonly CredentialReport[];
}

export interface WalletSettings {
  /** Authorities as DER: of credential issuers and of verifiers alike. */
  readonly anchors: readonly Uint8Array[];
  readonly copies: number;
  readonly clientId: string;
  readonly nik?: string;
}

const MAX_WAIT_SECONDS = 60;

/** A wallet that lives as long as the process, with its keys in memory. */
export function openWallet({ anchors, copies, clientId, nik }: WalletSettings): Wallet {
  const verifyChain = chainVerifier(anchors, crypto);
  const tools = nodeTools();
  const signers = new Map<string, SignEs256>();
  let held: readonly HeldCopy[] = [];

  async function keep(received: readonly KeyedCopy[]): Promise<void> {
    for (const { copy, key } of received) signers.set(copy.keyId, key.sign);
    held = [...held, ...received.map(({ copy }) => copy)];
  }

  async function countUse(keyIds: readonly string[]): Promise<void> {
    held = held.map((copy) => (keyIds.includes(copy.keyId) ? { ...copy, uses: copy.uses + 1 } : copy));
  }

  return {
    async receive(offer, txCode) {
      const opened = await openOffer(tools, offer);
      if (!opened.ok) return failed('receive', opened.refusal);
      const taken = await takeOffer(tools, opened.value, {
        clientId,
        verifyChain,
        copies,
        newKey,
        patience: { wait, maxSeconds: MAX_WAIT_SECONDS },
        keep,
        txCode,
        ...(nik !== undefined && { signIn: demonstrationSignIn(nik) }),
      });
      if (!taken.ok) return failed('receive', taken.refusal);
      return { step: 'receive', ok: true, credentials: report(taken.value.map(({ copy }) => copy)) };
    },

    async present(link) {
      const request = await openRequest(tools, verifyChain, link);
      if (!request.ok) return failed('present', request.refusal);
      const { clientId: verifierId, verifier } = request.value;
      const parts = await findWays(tools, request.value, held);
      if (!parts) {
        await declineRequest(tools, request.value, 'access_denied');
        return failed('present', { code: 'present/nothing-fits' });
      }
      const selection = selectionOf(preferredWays(parts));
      const signerOf = (keyId: string) => signers.get(keyId)!;
      const answered = await answerRequest(tools, request.value, selection, { signerOf, countUse });
      if (!answered.ok) return failed('present', answered.refusal);
      const shown = [...selection].map(
        ([id, candidates]) => [id, candidates.map(({ paths }) => paths)] as const,
      );
      return {
        step: 'present',
        ok: true,
        verifier: verifierName(verifier),
        clientId: verifierId,
        shown: Object.fromEntries(shown),
        ...answered.value,
      };
    },

    credentials: () => report(held),
  };
}

function failed(step: 'receive' | 'present', { code, error }: { code: string; error?: string }): StepReport {
  return { step, ok: false, error: code, ...(error !== undefined && { detail: error }) };
}

function report(copies: readonly HeldCopy[]): readonly CredentialReport[] {
  return heldCredentials(copies, new Date()).map((credential) => {
    const { issuer, configurationId, next } = credential;
    return {
      issuer,
      configurationId,
      format: next.format,
      type: next.type,
      copies: credential.copies.length,
      unused: unusedCopies(credential),
      ...(next.expiresAt && { expiresAt: next.expiresAt.toISOString() }),
    };
  });
}
