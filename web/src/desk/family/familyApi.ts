import { type DeskDocumentRequest, DocumentReply } from '@jatidiri/core/document/signedWire.ts';
import {
  type CorrectionRequest,
  type EventEntered,
  EventReply,
  FamilyReply,
} from '@jatidiri/core/family/wire.ts';
import * as v from 'valibot';
import type { Session } from '../session/session.ts';

type Call = Pick<Session, 'call'>;
const parse = (reply: unknown) => v.parse(EventReply, reply);

export const lookUpFamily = ({ call }: Call, nik: string) =>
  call({
    method: 'POST',
    path: '/api/family/lookups',
    body: { nik },
    parse: (reply) => v.parse(FamilyReply, reply),
  });

export const previewEvent = ({ call }: Call, body: EventEntered) =>
  call({ method: 'POST', path: '/api/family/previews', body, parse });

export const recordEvent = ({ call }: Call, body: EventEntered) =>
  call({ method: 'POST', path: '/api/family/events', body, parse });

export const previewCorrection = ({ call }: Call, event: string, body: CorrectionRequest) =>
  call({ method: 'POST', path: `/api/family/events/${event}/correction/preview`, body, parse });

export const correctEvent = ({ call }: Call, event: string, body: CorrectionRequest) =>
  call({ method: 'POST', path: `/api/family/events/${event}/correction`, body, parse });

export const drawDocument = ({ call }: Call, body: DeskDocumentRequest) =>
  call({
    method: 'POST',
    path: '/api/document/signed-at-desk',
    body,
    parse: (reply) => v.parse(DocumentReply, reply),
  });
