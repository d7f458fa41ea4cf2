import { faceRefusals } from '@jatidiri/core/face/refusals.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import { recordingRefusals } from '@jatidiri/core/recording/refusals.ts';
import { SchoolListReply, VoterGroup, VoterList, VotersReply } from '@jatidiri/core/recording/voterWire.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { takeSchoolList } from './takeSchoolList.ts';
import { countVoters, exportVoters, listVoters, type VoterDeps } from './voters.ts';

const refusals = { ...recordingRefusals, ...REGISTRY_REFUSALS, ...faceRefusals };

/** *Pemilih pemula* who are not recorded, by village and school. */
export function voterRoutes(app: FastifyInstance, deps: VoterDeps & GuardDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/recording/voters',
    summary: 'How many first-time voters of the office’s region are not recorded, by village and school',
    caller: 'officer',
    reply: VotersReply,
    refusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'recording.read');
      return signedIn.ok ? ok(await countVoters(deps, signedIn.value.officer)) : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/recording/voters/list',
    summary: 'Who they are, of one village or one school; whoever is listed will read that',
    caller: 'officer',
    query: VoterGroup,
    reply: VoterList,
    refusals,
    async handle({ query, request }) {
      const signedIn = await requireOfficer(deps, request, 'recording.read');
      return signedIn.ok ? listVoters(deps, signedIn.value.officer, query) : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/recording/voters/export',
    summary: 'The same list as CSV',
    caller: 'officer',
    query: VoterGroup,
    refusals,
    async handle({ query, request, reply }) {
      const signedIn = await requireOfficer(deps, request, 'recording.read');
      if (!signedIn.ok) return signedIn;
      const csv = await exportVoters(deps, signedIn.value.officer, query);
      if (!csv.ok) return csv;
      reply.type('text/csv; charset=utf-8').send(csv.value);
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'PUT',
    path: '/api/recording/schools',
    summary: 'A school’s list (CSV: nik,npsn,sekolah): who goes there',
    caller: 'officer',
    rawBody: ['text/csv'],
    reply: SchoolListReply,
    refusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'recording.schools');
      if (!signedIn.ok) return signedIn;
      return takeSchoolList(deps, signedIn.value.officer, request.rawBody ?? new Uint8Array(0));
    },
  });
}
