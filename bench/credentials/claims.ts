/** Synthetic; of the size of a KTP-el, of which a holder shows four claims. */
export const claims = {
  nik: '6472010101900001',
  name: 'WARGA CONTOH',
  birth_place: 'SAMARINDA',
  birth_date: '1990-01-01',
  sex: 'male',
  blood_type: 'O',
  address: 'JL. CONTOH NO. 1 RT 001/RW 001',
  religion: 'ISLAM',
  marital_status: 'married',
  occupation: 'KARYAWAN SWASTA',
  age_over_17: true,
};
export const shown = ['nik', 'name', 'birth_date', 'age_over_17'];
