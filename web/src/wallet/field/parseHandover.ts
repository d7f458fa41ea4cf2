import { HandoverReply } from '@jatidiri/core/field/wire.ts';
import * as v from 'valibot';

export const parseHandover = (body: unknown): HandoverReply => v.parse(HandoverReply, body);
