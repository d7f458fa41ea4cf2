import * as v from 'valibot';
import { UUID } from '../kit/uuid.ts';

const id = v.pipe(v.string(), v.regex(UUID));

export const ResidentParams = v.strictObject({ id });
