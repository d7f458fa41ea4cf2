/** Remembers every NIK of a file exactly, in five to eleven bytes each: four million take about 30 MB. */
export interface SeenNiks {
  /** True when this NIK was not there before. */
  add(nik: string): boolean;
}

interface NumberSet {
  slots: Uint32Array;
  used: number;
}

const FIRST_SLOTS = 16;
const FULLEST = 0.75;
const SPREAD = 0x9e3779b1; // 2^32 ÷ golden ratio: neighbouring serials land far apart

/** A NIK's first six digits choose a set; date and serial make one 32-bit number in it, never 0. */
export function seenNiks(): SeenNiks {
  const sets = new Map<string, NumberSet>();
  return {
    add(nik) {
      const wilayah = nik.slice(0, 6);
      let set = sets.get(wilayah);
      if (!set) {
        set = { slots: new Uint32Array(FIRST_SLOTS), used: 0 };
        sets.set(wilayah, set);
      }
      if (!insert(set.slots, dateAndSerial(nik))) return false;
      set.used += 1;
      if (set.used > set.slots.length * FULLEST) set.slots = doubled(set.slots);
      return true;
    },
  };
}

/** Day below 72 and month below 13, so that the product stays below 2^32. */
function dateAndSerial(nik: string): number {
  const day = Number(nik.slice(6, 8));
  const month = Number(nik.slice(8, 10));
  return (day * 13 + month) * 1_000_000 + Number(nik.slice(10));
}

/** Open addressing with linear probing; 0 marks a free slot. */
function insert(slots: Uint32Array, number: number): boolean {
  const mask = slots.length - 1;
  for (let at = (Math.imul(number, SPREAD) >>> 7) & mask; ; at = (at + 1) & mask) {
    if (slots[at] === number) return false;
    if (slots[at] !== 0) continue;
    slots[at] = number;
    return true;
  }
}

function doubled(slots: Uint32Array): Uint32Array {
  const wider = new Uint32Array(slots.length * 2);
  for (const number of slots) if (number !== 0) insert(wider, number);
  return wider;
}
