import { fromHex, toHex } from '@jatidiri/core/kit/bytes.ts';
import { CHANNELS, type Channel, type RecoveryId } from '@jatidiri/core/recovery/model.ts';
import { hmacSha256 } from '../platform/keys/hmac.ts';

/**
 * Codes and links are computed from what they are for, under a key of the installation: none of them is kept, and a
 * message that is sent again says the same.
 */
export interface RecoverySecrets {
  /** Six digits: the `nth` code of a recovery. */
  codeOf(id: RecoveryId, nth: number): string;
  /** What the link of a notice carries: it stops this recovery, and says on which channel it was told. */
  stopToken(id: RecoveryId, channel: Channel): string;
  readStopToken(token: string): { readonly id: RecoveryId; readonly channel: Channel } | undefined;
}

const MAC_CHARACTERS = 16;

export function recoverySecrets(key: Buffer): RecoverySecrets {
  const hmac = hmacSha256(key);
  const stopToken = (id: RecoveryId, channel: Channel): string => {
    const name = Buffer.from(fromHex(id.replaceAll('-', ''))).toString('base64url');
    return `${name}.${hmac(`stop:${channel}:${id}`).toString('base64url').slice(0, MAC_CHARACTERS)}`;
  };
  return {
    codeOf(id, nth) {
      return String(hmac(`code:${nth}:${id}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
    },
    stopToken,
    readStopToken(token) {
      const id = idIn(token);
      // The comparison tells nothing: a token is looked up nowhere, and cannot be approached letter by letter in time.
      const channel = CHANNELS.find((candidate) => stopToken(id, candidate) === token);
      return channel && { id, channel };
    },
  };
}

function idIn(token: string): RecoveryId {
  const hex = toHex(Buffer.from(token.split('.')[0]!, 'base64url'));
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as RecoveryId;
}
