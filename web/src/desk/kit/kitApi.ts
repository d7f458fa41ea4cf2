import {
  EntriesReply,
  type EntryAct,
  EntryActReply,
  EntryList,
  KitList,
  type KitMove,
  KitOrderReply,
  KitReply,
  type KitRequest,
  KitStatusReply,
  PhotoReply,
  ResidentsReply,
} from '@jatidiri/core/field/wire.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import * as v from 'valibot';
import { callApi } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

/** The kit's words with the server, in the name of the officer who is signed in. Each may be said again. */
type Call = Pick<Session, 'call'>;
const KITS = '/api/field/kits';
/** A slow line breaks off a request that would have arrived. */
const PATIENCE_MS = 60_000;
const nothing = () => null;

export const registerKit = ({ call }: Call, body: KitRequest) =>
  call({
    method: 'POST',
    path: KITS,
    body,
    idempotencyKey: body.kit,
    timeoutMs: PATIENCE_MS,
    parse: (reply) => v.parse(KitReply, reply),
  });

export const registerKey = ({ call }: Call, kit: string, key: PublicJwk) =>
  call({
    method: 'POST',
    path: `${KITS}/${kit}/keys`,
    body: { key },
    idempotencyKey: key.x,
    parse: (reply) => v.parse(KitReply, reply),
  });

export const readResidents = ({ call }: Call, kit: string, after: string | null) =>
  call({
    method: 'GET',
    path: `${KITS}/${kit}/residents${after ? `?after=${after}` : ''}`,
    timeoutMs: PATIENCE_MS,
    parse: (reply) => v.parse(ResidentsReply, reply),
  });

export const sendEntries = ({ call }: Call, kit: string, entries: readonly string[]) =>
  call({
    method: 'POST',
    path: `${KITS}/${kit}/entries`,
    body: { entries },
    idempotencyKey: kit,
    timeoutMs: PATIENCE_MS,
    parse: (reply) => v.parse(EntriesReply, reply),
  });

export const askPhoto = ({ call }: Call, kit: string, digest: string) =>
  call({
    method: 'GET',
    path: `${KITS}/${kit}/photos/${digest}`,
    parse: (reply) => v.parse(PhotoReply, reply),
  });

export const sendPhotoPart = (
  { call }: Call,
  { kit, digest, image }: { kit: string; digest: string; image: Bytes },
  offset: number,
  length: number,
) =>
  call({
    method: 'PUT',
    path: `${KITS}/${kit}/photos/${digest}?offset=${offset}&size=${image.length}`,
    body: new Blob([image.subarray(offset, offset + length)], { type: 'image/jpeg' }),
    timeoutMs: PATIENCE_MS,
    parse: (reply) => v.parse(PhotoReply, reply),
  });

/** @param last the number of the last entry that the kit wrote */
export const askStatus = ({ call }: Call, kit: string, last: number) =>
  call({
    method: 'GET',
    path: `${KITS}/${kit}?last=${last}`,
    parse: (reply) => v.parse(KitStatusReply, reply),
  });

/** Asked by the kit itself, in nobody's name. */
export const askOrder = (kit: string) =>
  callApi({
    method: 'GET',
    path: `${KITS}/${kit}/order`,
    parse: (reply) => v.parse(KitOrderReply, reply),
  });

export const moveKit = ({ call }: Call, kit: string, body: KitMove) =>
  call({ method: 'POST', path: `${KITS}/${kit}/moves`, body, idempotencyKey: kit, parse: nothing });

export const listKits = ({ call }: Call) =>
  call({ method: 'GET', path: KITS, parse: (reply) => v.parse(KitList, reply) });

export const listOpenEntries = (
  { call }: Call,
  kit: string,
  kind: 'conflict' | 'waitsForPhoto',
  after: number | null,
) =>
  call({
    method: 'GET',
    path: `${KITS}/${kit}/entries?kind=${kind}${after === null ? '' : `&after=${after}`}`,
    parse: (reply) => v.parse(EntryList, reply),
  });

export const actOnEntry = ({ call }: Call, kit: string, digest: string, body: EntryAct) =>
  call({
    method: 'POST',
    path: `${KITS}/${kit}/entries/${digest}/acts`,
    body,
    parse: (reply) => v.parse(EntryActReply, reply),
  });

/** @param jwe one line of a backup */
export const sendBackup = ({ call }: Call, kit: string, jwe: string) =>
  call({
    method: 'POST',
    path: `${KITS}/${kit}/backup`,
    body: { jwe },
    idempotencyKey: kit,
    timeoutMs: PATIENCE_MS,
    parse: (reply) => v.parse(EntriesReply, reply),
  });
