import {
  deskDocumentRefusals,
  documentCheckRefusals,
  ownDocumentRefusals,
} from '@jatidiri/core/document/signedRefusals.ts';
import {
  DeskDocumentRequest,
  DocumentCheckReply,
  DocumentCheckRequest,
  DocumentList,
  DocumentReply,
  OwnDocumentRequest,
} from '@jatidiri/core/document/signedWire.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../../office/index.ts';
import { requireDevice } from '../../platform/http/device.ts';
import { serve } from '../../platform/http/endpoint.ts';
import type { CheckDeps } from '../checkPhotocopy.ts';
import { checkDocument } from './checkDocument.ts';
import { type DeskDocumentDeps, drawDeskDocument } from './deskDocuments.ts';
import { drawOwnDocument, listDocuments, type OwnDocumentDeps } from './ownDocuments.ts';

export interface SignedDocumentDeps
  extends OwnDocumentDeps,
    DeskDocumentDeps,
    CheckDeps,
    Omit<GuardDeps, 'origins'> {
  readonly origins: OwnDocumentDeps['origins'] & GuardDeps['origins'];
}

/** Family cards and certificates as signed PDF: fetched by residents, drawn up at desks, checked by anybody. */
export function signedDocumentRoutes(app: FastifyInstance, deps: SignedDocumentDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/document/signed',
    summary: 'The certificates that the holder of this handset may fetch, or who draws them up instead',
    caller: 'device',
    reply: DocumentList,
    refusals: ownDocumentRefusals,
    async handle({ request }) {
      const device = await requireDevice(deps, request);
      return device.ok ? listDocuments(deps, device.value) : device;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/document/signed',
    summary: 'The family card or a certificate as a signed PDF; each time is another document',
    caller: 'device',
    body: OwnDocumentRequest,
    reply: DocumentReply,
    status: 201,
    refusals: ownDocumentRefusals,
    async handle({ body, request }) {
      const device = await requireDevice(deps, request);
      return device.ok ? drawOwnDocument(deps, device.value, body.document) : device;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/document/signed-at-desk',
    summary: 'The same for a resident at the desk; everybody whose data it shows reads of it in their trail',
    caller: 'officer',
    body: DeskDocumentRequest,
    reply: DocumentReply,
    status: 201,
    refusals: deskDocumentRefusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'family.record');
      return signedIn.ok ? drawDeskDocument(deps, signedIn.value.officer, body) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/document/signed-checks',
    summary: 'What was signed with a document, names and numbers covered, and whether it is still current',
    caller: 'anyone',
    body: DocumentCheckRequest,
    reply: DocumentCheckReply,
    refusals: documentCheckRefusals,
    handle: ({ body, request }) => checkDocument(deps, body.reference, request.ip),
  });
}
