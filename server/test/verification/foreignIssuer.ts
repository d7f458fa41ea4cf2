import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { toPem } from '@jatidiri/core/chain/createCertificate.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { issueMdoc } from '@jatidiri/core/mdoc/issueMdoc.ts';
import { issueSdJwt } from '@jatidiri/core/sdjwt/issueSdJwt.ts';
import { emptyStatusArray, setStatus } from '@jatidiri/core/statuslist/statusList.ts';
import { createStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import { ISSUER_URI, newIssuer, newSigner } from '../../../core/test/chain/issuerFixture.ts';
import { suite } from '../issuance/activeHandset.ts';

export const VCT = 'https://penerbit.example/vct/kartu';
export const DOCTYPE = 'example.kartu.1';

/** An issuer somewhere else, with a holder and a status list on this machine. */
export async function foreignIssuer(now: Date) {
  const issuer = await newIssuer();
  const holder = await newSigner();
  const lists = new Map<string, string>();
  const server = createServer((request, reply) => {
    const token = lists.get(request.url!);
    if (request.url === '/status/moved') return void reply.writeHead(302, { location: '/status/1' }).end();
    if (request.url === '/status/flood') return void reply.end('x'.repeat(5 * 1024 * 1024));
    reply.writeHead(token ? 200 : 404).end(token);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const uriOf = (name: string) => `http://${host}/status/${name}`;

  const tools = { sign: issuer.sign, suite, randomSalt: () => randomBytes(16).toString('base64url') };
  const expiresAt = new Date(now.getTime() + 86_400_000);
  const header = { typ: 'dc+sd-jwt', x5c: issuer.x5c };
  const claims: JsonObject = { name: 'Warga Contoh', member: true };

  /** The token of a list whose entry 1 is revoked and 2 suspended. */
  async function statusToken(uri: string, bytes = 16, sign = issuer.sign, x5c = issuer.x5c): Promise<string> {
    const array = emptyStatusArray(2, bytes * 4);
    setStatus(array, 1, 1);
    setStatus(array, 2, 2);
    const compress = async (data: Uint8Array) => new Uint8Array(await promisify(deflate)(data));
    return createStatusListToken(
      { sign, x5c, deflate: compress },
      { uri, issuedAt: now, ttlSeconds: 60 },
      array,
    );
  }
  const open = (changes: JsonObject = {}): JsonObject => ({
    iss: ISSUER_URI,
    iat: toNumericDate(now),
    exp: toNumericDate(expiresAt),
    vct: VCT,
    cnf: { jwk: holder.publicJwk },
    ...changes,
  });

  return {
    issuer,
    holder,
    host,
    uriOf,
    lists,
    statusToken,
    pem: toPem(issuer.rootDer),
    header,
    open,
    claims,
    tools,
    sdJwt: (changes: JsonObject = {}, head: JsonObject & { typ: string } = header) =>
      issueSdJwt(tools, head, open(changes), claims),
    statusOf: (name: string, idx = 0): JsonObject => ({ status: { status_list: { uri: uriOf(name), idx } } }),
    mdoc: () =>
      issueMdoc(
        { sign: issuer.sign, suite, randomSalt: () => new Uint8Array(randomBytes(32)) as Bytes },
        {
          docType: DOCTYPE,
          nameSpace: DOCTYPE,
          elements: new Personal({ name: 'Warga Contoh', member: true }),
          issuedAt: now,
          expiresAt,
          holderKey: holder.publicJwk,
          x5c: issuer.x5c,
        },
      ),
    close: () => closed(server),
  };
}

const closed = (server: Server) => new Promise<void>((done) => server.close(() => done()));
