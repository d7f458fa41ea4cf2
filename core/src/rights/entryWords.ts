import { IKD_CLAIMS } from '../issuance/ikdClaims.ts';

/** What entries of the ledger say to the person they are about. */
const kindsId = {
  'registry/read': 'Data kependudukan Anda dibuka',
  'activation/started': 'Permohonan KTP Digital dimulai',
  'activation/start-refused': 'Ada yang mencoba memakai NIK Anda, tetapi tidak diterima',
  'activation/selfieTaken': 'Foto wajah dikirim',
  'activation/selfie-viewed': 'Foto wajah Anda dilihat',
  'activation/attested': 'Petugas menyetujui aktivasi',
  'activation/refused': 'Petugas menolak aktivasi',
  'activation/link-made': 'E-mail konfirmasi dibuat',
  'activation/activated': 'KTP Digital diaktifkan',
  'activation/cancelled': 'Permohonan dibatalkan',
  'activation/expired': 'Permohonan lewat batas waktu',
  'activation/ended': 'KTP Digital dilepas dari ponsel',
  'activation/suspended': 'Ponsel dilaporkan hilang; KTP Digital ditangguhkan',
  'activation/resumed': 'Ponsel ditemukan; KTP Digital berlaku lagi',
  'activation/end-refused': 'Petugas mencoba melepas atau menangguhkan KTP Digital Anda',
  'activation/imported': 'Aktivasi dari sistem lama dicatat',
  'issuance/credential-issued': 'KTP Digital diterbitkan untuk ponsel',
  'issuance/credential-revoked': 'Salinan KTP Digital dicabut',
  'issuance/credential-suspended': 'Salinan KTP Digital ditangguhkan',
  'issuance/credential-resumed': 'Salinan KTP Digital berlaku lagi',
  'issuance/offered': 'Salinan KTP Digital ditawarkan kepada dompet',
  'issuance/tx-code-wrong': 'Kode transaksi yang salah dicoba untuk salinan KTP Digital Anda',
  'issuance/wallet-admitted': 'Dompet diizinkan mengambil salinan KTP Digital',
  'issuance/copies-issued': 'Salinan KTP Digital diterbitkan untuk dompet',
  'login/signed-in': 'Anda masuk ke layanan lembaga',
  'login/code-made': 'Kode loket dibuat',
  'verification/presented': 'Anda memperlihatkan KTP Digital kepada lembaga',
  'approval/asked': 'Lembaga meminta persetujuan Anda',
  'approval/opened': 'Permintaan persetujuan dibuka',
  'approval/answered': 'Permintaan persetujuan dijawab',
  'approval/expired': 'Permintaan persetujuan lewat batas waktu',
  'verification/matched': 'Lembaga mencocokkan datanya tentang Anda; tidak ada data yang diberikan',
  'verification/match-blocked':
    'Lembaga terlalu sering mencoba NIK Anda dengan data yang salah, lalu dihentikan',
  'consent/granted': 'Anda mengizinkan lembaga membaca data',
  'consent/read': 'Lembaga membaca data Anda dengan izin Anda',
  'consent/withdrawn': 'Izin membaca data dicabut',
  'consent/blocked': 'Lembaga dilarang bertanya lagi',
  'consent/unblocked': 'Lembaga boleh bertanya lagi',
  'consent/ask-blocked': 'Lembaga bertanya lagi walaupun dilarang; permintaan ditahan',
  'consent/outcome-reported': 'Lembaga melaporkan hasil pembacaan data',
  'rights/objection-opened': 'Catatan dipersoalkan',
  'rights/objection-answered': 'Keberatan dijawab petugas',
  'rights/exported': 'Data dan jejak diunduh',
};

const kindsEn: typeof kindsId = {
  'registry/read': 'Your population record was opened',
  'activation/started': 'An application for the digital KTP was begun',
  'activation/start-refused': 'Somebody tried your NIK and was not accepted',
  'activation/selfieTaken': 'A selfie was sent',
  'activation/selfie-viewed': 'Your selfie was looked at',
  'activation/attested': 'An officer approved the activation',
  'activation/refused': 'An officer refused the activation',
  'activation/link-made': 'A confirmation e-mail was made',
  'activation/activated': 'The digital KTP became active',
  'activation/cancelled': 'The application was cancelled',
  'activation/expired': 'The application passed its time limit',
  'activation/ended': 'The digital KTP was released from the phone',
  'activation/suspended': 'The phone was reported lost; the digital KTP is on hold',
  'activation/resumed': 'The phone was found; the digital KTP is valid again',
  'activation/end-refused': 'An officer tried to release your digital KTP or to put it on hold',
  'activation/imported': 'An activation of an earlier system was recorded',
  'issuance/credential-issued': 'The digital KTP was issued to the phone',
  'issuance/credential-revoked': 'Copies of the digital KTP were revoked',
  'issuance/credential-suspended': 'Copies of the digital KTP were put on hold',
  'issuance/credential-resumed': 'Copies of the digital KTP are valid again',
  'issuance/offered': 'Copies of the digital KTP were offered to a wallet',
  'issuance/tx-code-wrong': 'A wrong transaction code was tried for copies of your digital KTP',
  'issuance/wallet-admitted': 'A wallet was allowed to take copies of the digital KTP',
  'issuance/copies-issued': 'Copies of the digital KTP were issued for a wallet',
  'login/signed-in': 'You signed in to an institution',
  'login/code-made': 'A counter code was made',
  'verification/presented': 'You showed your digital KTP to an institution',
  'approval/asked': 'An institution asked for your approval',
  'approval/opened': 'A request for approval was opened',
  'approval/answered': 'A request for approval was answered',
  'approval/expired': 'A request for approval passed its time limit',
  'verification/matched': 'An institution compared what it knows about you; no data were given',
  'verification/match-blocked': 'An institution tried your NIK with wrong data too often and was stopped',
  'consent/granted': 'You allowed an institution to read data',
  'consent/read': 'An institution read your data with your consent',
  'consent/withdrawn': 'Consent to read data was withdrawn',
  'consent/blocked': 'An institution was forbidden to ask again',
  'consent/unblocked': 'An institution may ask again',
  'consent/ask-blocked': 'An institution asked again although forbidden; the request was held back',
  'consent/outcome-reported': 'An institution reported what came of reading your data',
  'rights/objection-opened': 'An entry was contested',
  'rights/objection-answered': 'An officer answered an objection',
  'rights/exported': 'Data and trail were downloaded',
};

type Language = 'id' | 'en';

export const entryKinds: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: kindsId,
  en: kindsEn,
};

const PARTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ...IKD_CLAIMS,
  domicile: { id: 'Wilayah tempat tinggal', en: 'Region of residence' },
  recording: { id: 'Status perekaman KTP-el', en: 'State of KTP-el recording' },
  life: { id: 'Status hidup', en: 'Whether alive' },
};

/**
 * What a datum is called. Entries name claims of the IKD (`birth_date`) or parts of the record (`birthDate`); one that is
 * not known here keeps its own name.
 */
export function elementName(element: string, language: Language): string {
  const claim = element.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  return Object.hasOwn(PARTS, claim) ? PARTS[claim]![language] : element;
}
