import {
  SchoolListReply,
  type VoterGroup,
  VoterList,
  VotersReply,
} from '@jatidiri/core/recording/voterWire.ts';
import * as v from 'valibot';
import type { Session } from '../session/session.ts';

type Call = Pick<Session, 'call'>;
const PATH = '/api/recording/voters';
const query = (group: VoterGroup) => new URLSearchParams(group);

export const countVoters = ({ call }: Call) =>
  call({ method: 'GET', path: PATH, parse: (reply) => v.parse(VotersReply, reply) });

export const listVoters = ({ call }: Call, group: VoterGroup) =>
  call({ method: 'GET', path: `${PATH}/list?${query(group)}`, parse: (reply) => v.parse(VoterList, reply) });

export const exportVoters = ({ call }: Call, group: VoterGroup) =>
  call({
    method: 'GET',
    path: `${PATH}/export?${query(group)}`,
    reply: 'blob',
    parse: (body) => body as Blob,
  });

export const sendSchoolList = ({ call }: Call, file: Blob) =>
  call({
    method: 'PUT',
    path: '/api/recording/schools',
    // Windows calls a CSV a sheet of Excel.
    body: new Blob([file], { type: 'text/csv' }),
    parse: (reply) => v.parse(SchoolListReply, reply),
  });
