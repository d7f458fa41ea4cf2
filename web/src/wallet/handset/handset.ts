import { DEVICE_PROOF_HEADER, proveDevice } from '@jatidiri/core/device/proof.ts';
import { utf8 } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PublicJwk, SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { webSigner, webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { type ApiRefusal, type ApiRequest, callApi } from '../../shared/api.ts';
import { openServerClock, type ServerClock } from '../../shared/serverClock.ts';
import type { StoreRefusal } from '../../shared/store.ts';
import { obtainDeviceKey } from './deviceKey.ts';
import { openWalletStore, type WalletStore } from './walletStore.ts';

/** This handset: what it keeps, its key, its clock, and how it speaks to the server. */
export interface Handset {
  readonly store: WalletStore;
  readonly clock: ServerClock;
  readonly sign: SignEs256;
  publicKey(): Promise<PublicJwk>;
  /** Calls our API with a Device-Proof. */
  call<T>(request: HandsetRequest<T>): Promise<Result<T, ApiRefusal>>;
}

export type HandsetRequest<T> = Pick<
  ApiRequest<T>,
  'method' | 'path' | 'parse' | 'reply' | 'timeoutMs' | 'idempotencyKey' | 'once' | 'signal'
> & {
  /** JSON, or a Blob that is sent as it is. */
  readonly body?: object | Blob;
};

/** `insecure`: the page came over plain http, where browsers have no cryptography. */
export type HandsetRefusal = StoreRefusal | { readonly code: 'handset/insecure' };

export async function openHandset(): Promise<Result<Handset, HandsetRefusal>> {
  if (!globalThis.crypto?.subtle) return refuse({ code: 'handset/insecure' });
  const opened = await openWalletStore();
  if (!opened.ok) return opened;
  const store = opened.value;
  const clock = openServerClock();
  const { subtle } = crypto;
  const suite = webSuite(subtle);
  const sign: SignEs256 = async (data) => webSigner(subtle, (await obtainDeviceKey(store)).privateKey)(data);

  async function callOnce<T>({ body, ...request }: HandsetRequest<T>): Promise<Result<T, ApiRefusal>> {
    const sent = asBlob(body);
    const bytes = sent ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array(0);
    const { jwk } = await obtainDeviceKey(store);
    const proof = await proveDevice(sign, jwk, { ...request, body: bytes }, clock.now(), suite);
    return callApi({ ...request, body: sent, headers: { [DEVICE_PROOF_HEADER]: proof } });
  }

  return ok({
    store,
    clock,
    sign,
    publicKey: async () => (await obtainDeviceKey(store)).jwk,
    async call(request) {
      const answer = await callOnce(request);
      if (answer.ok || answer.refusal.code !== 'device/clock-off') return answer;
      await clock.learn();
      return callOnce(request);
    },
  });
}

/** The proof covers the very bytes that are sent, so they are made here and not in `callApi`. */
function asBlob(body: object | Blob | undefined): Blob | undefined {
  if (body === undefined || body instanceof Blob) return body;
  return new Blob([utf8(JSON.stringify(body))], { type: 'application/json' });
}
