const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Before a name: academic and religious titles, and forms of address. */
export const TITLES_BEFORE = words(`
  PROF DR DRG DRH DRS DRA IR H HJ KH TGH HAJI HAJAH HAJJAH PDT NERS NS APT BPK SDR SDRI TN NY NN ALM ALMH`);

/** After a name, however it is dotted: what a graduate writes behind it. */
export const TITLES_AFTER = words(`
  AMD AMDKEB AMDKEP AMDKOM AMK AMKEB AMKEP AMPD AMAPD APT NERS NS PHD DRPH LC LLM LLB MSC BSC MBA MPH MAP MAK
  SH SKOM SPD SPDI SPDK SAG SSI SSIT SSOS SSOSI SIP SIKOM SIPOL SPT SP SKM SKEP SKEB SFARM SHUT SPI SPSI SSN SSTP SST
  ST STP STR STRKEB STRKEP STREK SHI SHUM SAP SAK SAB SGZ SKED SKG SKH SKPM STHI SUD SFIL SARS SDS STUM SIIP SEI SEAK
  MM MH MHI MHUM MSI MPD MPDI MKOM MT MAG MKES MKN MIKOM MSOS MSE MSAK MIP MTI MTR MARS MEPID MKEP MFARM MSN MPSI
  MENG MACC MKED
  SPA SPOG SPB SPPD SPM SPKK SPJP SPAN SPRAD SPKJ SPTHT SPOT SPU SPBS SPPK SPKGA ALM ALMH`);

/** Titles that are also somebody's name (Ma, Ba, Ca, Se, Ak, Ss): taken for a title only when dotted or behind a comma. */
export const TITLES_LIKE_NAMES = words('MA BA CA SE AK SS SI');

const SPELLINGS: Readonly<Record<string, string>> = {
  MUHAMAD: `MD MUH MOH MHD MHMD MUHD MOHD MOCH MUCH MOKH MUKH MOHAMAD MOHAMED MOHAMET MUHAMED MUHAMET MOCHAMAD MOCHAMED
    MUCHAMAD MOKHAMAD MUKHAMAD MOHMAD MUHMAD`,
  ABDUL: 'ABD ABDOEL',
  AHMAD: 'ACHMAD AKHMAD AHMED ACH AKH',
  NUR: 'NOR NOER',
  BINTI: 'BTE BINTE BT',
};

/** One word for each name that Indonesia abbreviates and spells in many ways; keys and spellings without doubled letters. */
export const COMMON_SPELLING: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([word, others]) =>
    [...words(others)].map((other) => [other, word] as const),
  ),
);

/** What one or two letters stand for, only before another name: `M. Rizky`, `St. Aminah`. */
export const SHORT_FIRST_NAMES: Readonly<Record<string, string>> = { M: 'MUHAMAD', ST: 'SITI' };
