import type { Result } from '@jatidiri/core/kit/result.ts';
import { LateWork, type OfficerMoveBody, WorkList } from '@jatidiri/core/service/wire.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

type Answer<T> = Promise<Result<T, ApiRefusal>>;
const PATH = '/api/service/work';

export const listWork = ({ call }: Session): Answer<WorkList> =>
  call({ method: 'GET', path: PATH, parse: (body) => v.parse(WorkList, body) });

/** How many are beyond their promise. */
export const countLate = ({ call }: Session): Answer<number> =>
  call({ method: 'GET', path: '/api/service/late', parse: (body) => v.parse(LateWork, body).late });

export const moveWork = ({ call }: Session, id: string, body: OfficerMoveBody): Answer<null> =>
  call({ method: 'POST', path: `${PATH}/${id}/moves`, body, parse: () => null });

export const openPaper = ({ call }: Session, id: string, digest: string): Answer<Blob> =>
  call({
    method: 'GET',
    path: `${PATH}/${id}/documents/${digest}`,
    reply: 'blob',
    parse: (body) => body as Blob,
  });
