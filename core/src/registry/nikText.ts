import * as v from 'valibot';
import { Personal } from '../kit/personal.ts';
import { parseNik } from './nik.ts';

/** A NIK as it comes in over the wire, personal from there on. */
export const NikText = v.pipe(
  v.string(),
  v.check((text) => parseNik(text).ok),
  v.transform((text) => new Personal<string, 'nik'>(text)),
);
