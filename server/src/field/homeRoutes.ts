import { fieldRefusals } from '@jatidiri/core/field/refusals.ts';
import {
  BackupRequest,
  EntriesReply,
  EntriesRequest,
  EntryAct,
  EntryActReply,
  EntryList,
  EntryListQuery,
  KitEntryParams,
  KitList,
  KitParams,
  KitPhotoParams,
  KitStatusQuery,
  KitStatusReply,
  PhotoQuery,
  PhotoReply,
} from '@jatidiri/core/field/wire.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Action } from '@jatidiri/core/office/model.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type GuardDeps, officerActor, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { actOnEntry } from './actOnEntry.ts';
import type { FieldDeps } from './deps.ts';
import { readEntries } from './readEntries.ts';
import { kitStatus, listKits } from './readKits.ts';
import { takeBackup } from './takeBackup.ts';
import { kitOf, shownOutcome, takeEntries } from './takeEntries.ts';
import { photoStatus, takePhoto } from './takePhoto.ts';

export type HomeRouteDeps = FieldDeps & GuardDeps;

/** Fifty entries of the longest. */
const ENTRIES_LIMIT_BYTES = 512 * 1024;
const BACKUP_LIMIT_BYTES = 1280 * 1024;

/** What comes home from the field, and what the office does about it. */
export function homeRoutes(app: FastifyInstance, deps: HomeRouteDeps): void {
  /** Who asks, and the kit of their office. */
  async function atKit(request: FastifyRequest, id: string, action: Action) {
    const signedIn = await requireOfficer(deps, request, action);
    if (!signedIn.ok) return signedIn;
    const { officer } = signedIn.value;
    const kit = await kitOf(deps, officer, id);
    return kit.ok ? ok({ officer, kit: kit.value }) : kit;
  }

  serve(app, {
    method: 'GET',
    path: '/api/field/kits',
    summary: 'The kits of the office: what each holds, what it has brought home, and what is missing',
    caller: 'officer',
    reply: KitList,
    refusals: fieldRefusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'field.bringHome');
      return signedIn.ok ? ok(await listKits(deps, signedIn.value.officer)) : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/field/kits/{kit}',
    summary:
      'What has become of a kit’s entries, which photographs are wanted, and whether it has to erase itself',
    caller: 'officer',
    params: KitParams,
    query: KitStatusQuery,
    reply: KitStatusReply,
    refusals: fieldRefusals,
    async handle({ params, query, request }) {
      const at = await atKit(request, params.kit, 'field.bringHome');
      return at.ok ? ok(await kitStatus(deps, at.value.kit, query.last ?? 0)) : at;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/field/kits/{kit}/entries',
    summary: 'Signed entries, in any order, as often as one likes: what became of each',
    caller: 'officer',
    params: KitParams,
    body: EntriesRequest,
    bodyLimitBytes: ENTRIES_LIMIT_BYTES,
    reply: EntriesReply,
    refusals: fieldRefusals,
    async handle({ params, body, request }) {
      const at = await atKit(request, params.kit, 'field.bringHome');
      return at.ok ? ok(await takeEntries(deps, at.value.officer, at.value.kit, body.entries)) : at;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/field/kits/{kit}/backup',
    summary: 'A part of a kit’s backup file, which only this server can open',
    caller: 'officer',
    params: KitParams,
    body: BackupRequest,
    bodyLimitBytes: BACKUP_LIMIT_BYTES,
    reply: EntriesReply,
    refusals: fieldRefusals,
    async handle({ params, body, request }) {
      const at = await atKit(request, params.kit, 'field.bringHome');
      return at.ok ? takeBackup(deps, at.value.officer, at.value.kit, body.jwe) : at;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/field/kits/{kit}/photos/{digest}',
    summary: 'How much of a photograph is here',
    caller: 'officer',
    params: KitPhotoParams,
    reply: PhotoReply,
    refusals: fieldRefusals,
    async handle({ params, request }) {
      const at = await atKit(request, params.kit, 'field.bringHome');
      return at.ok ? ok(await photoStatus(deps, at.value.kit, params.digest)) : at;
    },
  });

  serve(app, {
    method: 'PUT',
    path: '/api/field/kits/{kit}/photos/{digest}',
    summary:
      'A part of a photograph, from `offset` on, of `size` bytes in all; a part that is here changes nothing',
    caller: 'officer',
    rawBody: ['image/jpeg', 'image/webp'],
    params: KitPhotoParams,
    query: PhotoQuery,
    reply: PhotoReply,
    refusals: fieldRefusals,
    async handle({ params, query, request }) {
      const at = await atKit(request, params.kit, 'field.bringHome');
      if (!at.ok) return at;
      const { officer, kit } = at.value;
      const part = { ...query, digest: params.digest, bytes: request.rawBody ?? new Uint8Array(0) };
      const actor = officerActor(officer);
      return takePhoto(deps, kit, part, actor);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/field/kits/{kit}/entries',
    summary:
      'A kit’s entries with what became of them; whom an open one is about, with a trace for that person',
    caller: 'officer',
    params: KitParams,
    query: EntryListQuery,
    reply: EntryList,
    refusals: fieldRefusals,
    async handle({ params, query, request }) {
      const at = await atKit(request, params.kit, 'field.settle');
      if (!at.ok) return at;
      const { officer, kit } = at.value;
      return ok(await readEntries(deps, officer, kit, query.after ?? 0, query.kind ?? null));
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/field/kits/{kit}/entries/{digest}/acts',
    summary:
      'Decide an entry in conflict again, answer for it as head of office, or give it up with a reason',
    caller: 'officer',
    params: KitEntryParams,
    body: EntryAct,
    reply: EntryActReply,
    refusals: fieldRefusals,
    async handle({ params, body, request }) {
      const action = body.kind === 'release' ? 'field.release' : 'field.settle';
      const at = await atKit(request, params.kit, action);
      if (!at.ok) return at;
      const acted = await actOnEntry(deps, at.value.officer, at.value.kit, params.digest, body);
      return acted.ok ? ok({ outcome: shownOutcome(acted.value) }) : acted;
    },
  });
}
