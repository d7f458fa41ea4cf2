type Form = (text: string) => string | undefined;

/** What a form may write for each value of a list; compared without case, spaces and punctuation. */
function coded(values: Readonly<Record<string, string>>): Form {
  const byWord = new Map(
    Object.entries(values).flatMap(([value, texts]) =>
      [value, ...texts.split('|')].map((text) => [lettersOf(text), value] as const),
    ),
  );
  return (text) => byWord.get(lettersOf(text));
}

/** Capitals and digits alone; undefined without any. */
export const plainForm: Form = (text) => lettersOf(text) || undefined;

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

export const sexForm = coded({
  female: 'P|PR|PEREMPUAN|WANITA|F|FEMALE',
  male: 'L|LK|LAKI-LAKI|LAKI|PRIA|M|MALE',
});

export const maritalStatusForm = coded({
  neverMarried: 'BELUM KAWIN|BELUM MENIKAH|LAJANG|SINGLE',
  married: 'KAWIN|MENIKAH|NIKAH|KAWIN TERCATAT|KAWIN BELUM TERCATAT',
  divorced: 'CERAI HIDUP',
  widowed: 'CERAI MATI',
});

export const citizenshipForm = coded({ wni: 'WNI|INDONESIA|ID|IDN', wna: 'WNA|ASING' });

export const bloodTypeForm = coded({ A: 'A+|A-', B: 'B+|B-', AB: 'AB+|AB-', O: 'O+|O-|0' });

/** The registry keeps the word of the card: `KATHOLIK`, `BUDHA`. A faith outside the list stands for itself. */
const religion = coded({
  ISLAM: 'MUSLIM',
  KRISTEN: 'PROTESTAN|KRISTEN PROTESTAN',
  KATHOLIK: 'KATOLIK|CATHOLIC',
  HINDU: 'HINDHU',
  BUDHA: 'BUDDHA',
  KHONGHUCU: 'KONGHUCU|CONFUCIUS',
});
export const religionForm: Form = (text) => religion(text) ?? plainForm(text);

const FAMILY_CARD_NUMBER = /^[1-9]\d{15}$/;

/** In groups or not, as people copy it from the card. */
export const noKkForm: Form = (text) => {
  const digits = text.replaceAll(/[\s.-]/g, '');
  return FAMILY_CARD_NUMBER.test(digits) ? digits : undefined;
};
