import { CounterReply, UseReply, type UseRequest } from '@jatidiri/core/kia/wire.ts';
import * as v from 'valibot';
import { callApi } from '../../shared/api.ts';

export const openCounter = (counter: string) =>
  callApi({
    method: 'POST',
    path: '/api/kia/counters',
    body: { counter },
    parse: (body) => v.parse(CounterReply, body),
  });

export const countUse = (body: UseRequest) =>
  callApi({ method: 'POST', path: '/api/kia/uses', body, parse: (reply) => v.parse(UseReply, reply) });
