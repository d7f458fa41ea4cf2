import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { KeyStore } from '../platform/keys/keyStore.ts';
import { pairwise, sectorHost } from './pairwise.ts';

/** Who is behind the `sub` that a partner got from a login; undefined, or nobody's id, for what is none. */
export function residentBehind(
  keys: Pick<KeyStore, 'secret'>,
): (subject: string, partner: string) => ResidentId | undefined {
  const subjects = pairwise(keys.secret('login-subjects'));
  return (subject, partner) => subjects.residentOf(subject, sectorHost(partner));
}
