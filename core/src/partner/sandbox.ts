import type { Personal } from '../kit/personal.ts';

/** Far above the births of any one day in any one kecamatan: serials from here on are given to invented people alone. */
export const FIRST_TEST_SERIAL = 9900;

const SERIAL_AT = 12;

/**
 * Whether a NIK is a test resident's. A sandbox client sees these and nobody else: any other NIK answers as one that
 * does not exist.
 */
export function isSandboxResident(nik: Personal<string, 'nik'>): boolean {
  return Number(nik.reveal().slice(SERIAL_AT)) >= FIRST_TEST_SERIAL;
}
