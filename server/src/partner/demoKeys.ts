import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A client's private key as the partner's own software would hold it (RFC 7517), for the examples. */
export interface DemoKey {
  readonly client_id: string;
  readonly jwk: Readonly<Record<'kty' | 'crv' | 'x' | 'y' | 'd' | 'kid' | 'alg' | 'use', string>>;
}

/** The keys of one demonstration partner's clients, in a file that only this user reads; made at the first start. */
export function obtainDemoKeys(path: string, clientIds: readonly string[]): readonly DemoKey[] {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Written aside and moved: a crash leaves no half file behind.
    writeFileSync(`${path}.new`, `${JSON.stringify({ clients: clientIds.map(newKey) }, null, 2)}\n`, {
      mode: 0o600,
    });
    renameSync(`${path}.new`, path);
  }
  return JSON.parse(readFileSync(path, 'utf8')).clients;
}

function newKey(clientId: string): DemoKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y, d } = privateKey.export({ format: 'jwk' }) as { x: string; y: string; d: string };
  const kid = randomBytes(8).toString('hex');
  return { client_id: clientId, jwk: { kty: 'EC', crv: 'P-256', x, y, d, kid, alg: 'ES256', use: 'sig' } };
}
