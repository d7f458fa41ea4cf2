import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { UUID } from '@jatidiri/core/kit/uuid.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Client } from 'oidc-provider';

/** A resident's name at one sector, and back. Two sectors cannot tell that two names are one person's. */
export interface Pairwise {
  subjectOf(resident: ResidentId, sector: string): string;
  /** Undefined for what is no subject; for a made-up one, the id of a resident who does not exist. */
  residentOf(subject: string, sector: string): ResidentId | undefined;
}

const SUBJECT = /^[A-Za-z0-9_-]{21}[AQgw]$/;

/**
 * A resident's id is 16 bytes, one block of AES: encrypted under a key of the sector it is a random-looking name of the
 * same length, never the same for two residents, and whoever holds the secret finds the resident again without a table
 * (OpenID Connect Core section 8.1 names encryption as one way).
 */
export function pairwise(secret: Buffer): Pairwise {
  const keyOf = (sector: string) => createHmac('sha256', secret).update(`sector:${sector}`).digest();
  return {
    subjectOf(resident, sector) {
      const cipher = createCipheriv('aes-256-ecb', keyOf(sector), null).setAutoPadding(false);
      const block = Buffer.from(resident.replaceAll('-', ''), 'hex');
      return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
    },
    residentOf(subject, sector) {
      if (!SUBJECT.test(subject)) return undefined;
      const decipher = createDecipheriv('aes-256-ecb', keyOf(sector), null).setAutoPadding(false);
      const block = Buffer.concat([decipher.update(Buffer.from(subject, 'base64url')), decipher.final()]);
      const id = block.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      return UUID.test(id) ? (id as ResidentId) : undefined;
    },
  };
}

/** The host that stands for all clients of one name: a partner's id, or a client's own. Nothing is there. */
export const sectorHost = (name: string): string => `${name}.sector.invalid`;

/** Known for every client, since all are pairwise (metadata.ts). */
export const sectorOf = ({ sectorIdentifierUri }: Client): string => new URL(sectorIdentifierUri!).host;
