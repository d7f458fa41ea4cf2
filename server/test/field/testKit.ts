import { createHash, randomUUID } from 'node:crypto';
import { signKitEntry } from '@jatidiri/core/field/kitEntry.ts';
import type { KitAct, KitEntry, KitId } from '@jatidiri/core/field/model.ts';
import type { KitReply, KitRequest } from '@jatidiri/core/field/wire.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import type { TestOfficer } from '../testOfficer.ts';
import type { TestWorld } from '../testWorld.ts';

/** Announces a session of the officer's office. */
export async function announceSession(
  head: TestOfficer,
  { from = '2026-11-22', to = '2026-11-24', wilayah = '64.72.03' } = {},
): Promise<string> {
  const id = randomUUID();
  const plan = {
    id,
    place: 'Balai Desa Contoh',
    wilayah,
    host: 'village',
    from,
    to,
    officers: 3,
    kits: 2,
    team: [],
  };
  for (const [url, body] of [
    ['/api/outreach/sessions', plan],
    [`/api/outreach/sessions/${id}/moves`, { kind: 'publish' }],
  ] as const) {
    const answer = await head.call('POST', url, body);
    if (answer.status !== 204) throw new Error(`${url}: ${JSON.stringify(answer.body)}`);
  }
  return id;
}

export type TestKit = Awaited<ReturnType<typeof createKit>>;

/** A kit as the desk's page is one: a key of its own for the officer, numbered and chained entries, photographs. */
export async function createKit(
  { clock }: Pick<TestWorld, 'clock'>,
  officer: TestOfficer,
  session: string,
  request: Partial<KitRequest> = {},
) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const key: PublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
  const sign = webSigner(crypto.subtle, pair.privateKey);
  const body: KitRequest = {
    kit: randomUUID(),
    session,
    label: 'Laptop 1',
    key,
    cards: 5,
    expected: { kind: 'nobody' },
    ...request,
  };
  const prepared = await officer.call('POST', '/api/field/kits', body);
  if (prepared.status !== 200) throw new Error(`preparing: ${JSON.stringify(prepared.body)}`);
  const reply: KitReply = prepared.body;
  const written: string[] = [];
  const photos = new Map<string, Buffer>();
  const path = (rest = '') => `/api/field/kits/${body.kit}${rest}`;
  let cardsUsed = 0;

  /** Writes the next entry; what is given replaces what the kit would say. */
  async function write(act: KitAct, changes: Partial<KitEntry> = {}): Promise<string> {
    const before = written.at(-1);
    const entry = await signKitEntry(sign, reply.key.thumbprint, {
      kit: body.kit as KitId,
      n: written.length + 1,
      prev: before ? digestOf(before) : null,
      session,
      officer: officer.officer.id,
      office: officer.officer.office.id,
      at: clock.now,
      act,
      ...changes,
    });
    written.push(entry);
    return entry;
  }

  return {
    request: body,
    reply,
    sign,
    written,
    photos,
    path,
    write,
    /** Keeps a photograph and answers its digest. */
    keepPhoto(picture: Buffer): string {
      const digest = createHash('sha256').update(picture).digest('base64url');
      photos.set(digest, picture);
      return digest;
    },
    /** The next place of the kit's status list. */
    nextCard: () => reply.cards.indices[cardsUsed++]!,
    sendEntries: (entries: readonly string[] = written, by = officer) =>
      by.call('POST', path('/entries'), { entries }),
    sendPhoto(digest: string, { from = 0, to = Number.MAX_SAFE_INTEGER, by = officer } = {}) {
      const picture = photos.get(digest)!;
      const query = `offset=${from}&size=${picture.length}`;
      return by.call('PUT', path(`/photos/${digest}?${query}`), picture.subarray(from, to), 'image/jpeg');
    },
    status: (last = written.length) => officer.call('GET', path(`?last=${last}`)),
    move: (move: object, by = officer) => by.call('POST', path('/moves'), move),
  };
}

export const digestOf = (compact: string): string => createHash('sha256').update(compact).digest('base64url');
