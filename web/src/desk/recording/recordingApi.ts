import type { MissingReason, Slot } from '@jatidiri/core/recording/model.ts';
import {
  type BeginRequest,
  CaptureReply,
  DisputeList,
  OpenCaptures,
  TakenReply,
  type VerdictRequest,
  type WithdrawRequest,
  WorkList,
  WorkReply,
} from '@jatidiri/core/recording/wire.ts';
import type { RecordingState } from '@jatidiri/core/registry/model.ts';
import * as v from 'valibot';
import type { Session } from '../session/session.ts';

type Call = Pick<Session, 'call'>;
const CAPTURES = '/api/recording/captures';
const nothing = () => null;
const blob = (body: unknown) => body as Blob;

export const beginCapture = ({ call }: Call, body: BeginRequest) =>
  // The id in the body makes it safe to repeat.
  call({ method: 'POST', path: CAPTURES, body, parse: (reply) => v.parse(CaptureReply, reply) });

export const listOpenCaptures = ({ call }: Call) =>
  call({ method: 'GET', path: CAPTURES, parse: (reply) => v.parse(OpenCaptures, reply).captures });

export const readCapture = ({ call }: Call, id: string) =>
  call({ method: 'GET', path: `${CAPTURES}/${id}`, parse: (reply) => v.parse(CaptureReply, reply) });

export const takePiece = ({ call }: Call, id: string, slot: Slot, file: Blob, device: string) =>
  call({
    method: 'PUT',
    path: `${CAPTURES}/${id}/pieces/${slot}?device=${encodeURIComponent(device)}`,
    body: file,
    // Faces are examined by one thread after the other.
    timeoutMs: 60_000,
    parse: (reply) => v.parse(TakenReply, reply),
  });

export const missPiece = ({ call }: Call, id: string, slot: Slot, reason: MissingReason) =>
  call({ method: 'PUT', path: `${CAPTURES}/${id}/missing/${slot}`, body: { reason }, parse: nothing });

export const readPhotograph = ({ call }: Call, id: string) =>
  call({ method: 'GET', path: `${CAPTURES}/${id}/photograph`, reply: 'blob', parse: blob });

export const endCapture = ({ call }: Call, id: string, how: 'finish' | 'abandon') =>
  call({ method: 'POST', path: `${CAPTURES}/${id}/${how}`, parse: nothing });

export const countWork = ({ call }: Call) =>
  call({ method: 'GET', path: '/api/recording/work', parse: (reply) => v.parse(WorkReply, reply).states });

export const listWork = ({ call }: Call, state: string, after: string | null) =>
  call({
    method: 'GET',
    path: `/api/recording/work/${state}${after ? `?after=${encodeURIComponent(after)}` : ''}`,
    parse: (reply) => v.parse(WorkList, reply),
  });

export const noteStep = ({ call }: Call, resident: string, to: RecordingState) =>
  call({ method: 'POST', path: `/api/recording/residents/${resident}/steps`, body: { to }, parse: nothing });

export const listDisputes = ({ call }: Call) =>
  call({
    method: 'GET',
    path: '/api/recording/disputes',
    parse: (reply) => v.parse(DisputeList, reply).disputes,
  });

export const decideDispute = ({ call }: Call, capture: string, body: VerdictRequest) =>
  call({ method: 'POST', path: `/api/recording/disputes/${capture}/verdicts`, body, parse: nothing });

export const withdrawRecording = ({ call }: Call, body: WithdrawRequest) =>
  call({ method: 'POST', path: '/api/recording/withdrawals', body, parse: nothing });

export const residentPhotograph = ({ call }: Call, resident: string) =>
  call({
    method: 'GET',
    path: `/api/recording/residents/${resident}/photograph`,
    reply: 'blob',
    parse: blob,
  });
