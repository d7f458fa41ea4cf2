import type { Patient, Shown } from './identity.ts';

// The pages of the registration desk. They need no script: whoever waits, loads again.

const RELOAD_SECONDS = 2;

export function startPage(problem = ''): string {
  return page(
    'Pendaftaran pasien',
    `
${problem && `<p class="problem" role="alert">${safe(problem)}</p>`}
<section>
<h2>Pasien punya KTP Digital di ponselnya</h2>
<p>Pasien masuk sendiri di layar ini; ponselnya yang menyetujui.</p>
<form method="post" action="/login"><button>Masuk dengan KTP Digital</button></form>
</section>
<section>
<h2>Pasien duduk di depan loket</h2>
<p>Pasien membacakan kode loket dari KTP Digital, atau menyebut NIK-nya. Ponselnya bertanya, ia menyetujui dengan PIN.</p>
<form method="post" action="/counter">
<label for="said">Kode loket atau NIK</label>
<input id="said" name="said" inputmode="numeric" autocomplete="off" required>
<button>Tanyakan ke ponsel pasien</button>
</form>
</section>
<section>
<h2>Pasien menunjukkan kartunya</h2>
<p>Nama, tanggal lahir, jenis kelamin, dan golongan darah, langsung dari kartu yang ditandatangani.</p>
<form method="post" action="/show"><button>Minta kartu ditunjukkan</button></form>
</section>`,
  );
}

export function patientPage({ subject, name, born, sex }: Patient, queue: number): string {
  return page(
    'Pasien terdaftar',
    `
<p class="done">Nomor antrean <strong>${queue}</strong></p>
<dl>
<dt>Nama</dt><dd>${safe(name)}</dd>
<dt>Tanggal lahir</dt><dd>${wordFor(born)}</dd>
<dt>Jenis kelamin</dt><dd>${wordFor(sex)}</dd>
<dt>Nomor pasien di klinik ini</dt><dd><code>${safe(subject)}</code></dd>
</dl>
<p class="soft">Tidak ada fotokopi KTP, dan klinik tidak menyimpan NIK.</p>
${again}`,
  );
}

export function waitPage(message: string): string {
  return page(
    'Menunggu ponsel pasien',
    `
<p>Di ponsel pasien harus tampil:</p>
<p class="message">${safe(message)}</p>
<p class="soft" role="status">Halaman ini melanjutkan sendiri setelah pasien menjawab.</p>
${again}`,
    RELOAD_SECONDS,
  );
}

export function showPage(qrPage: string, { error, credentials }: Shown): string {
  const [shown] = Object.values(credentials ?? {}).flat();
  if (shown)
    return page(
      'Kartu sudah diperiksa',
      `
<p class="done">Kartu sah dan masih berlaku.</p>
<dl>${Object.entries(CLAIM_NAMES)
        .filter(([name]) => name in shown.claims)
        .map(([name, label]) => `<dt>${label}</dt><dd>${wordFor(shown.claims[name])}</dd>`)
        .join('')}</dl>
${again}`,
    );
  if (error)
    return page('Kartu tidak diterima', `<p class="problem" role="alert">${safe(error)}</p>${again}`);
  return page(
    'Menunggu kartu pasien',
    `
<p><a class="button" href="${safe(qrPage)}" target="_blank" rel="noopener">Tampilkan QR untuk pasien</a></p>
<p class="soft" role="status">Halaman ini melanjutkan sendiri setelah pasien menjawab.</p>
${again}`,
    RELOAD_SECONDS,
  );
}

const CLAIM_NAMES: Readonly<Record<string, string>> = {
  name: 'Nama',
  birth_date: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  blood_type: 'Golongan darah',
};

const WORDS: Readonly<Record<string, string>> = { female: 'Perempuan', male: 'Laki-laki' };
const DAY = /^\d{4}-\d\d-\d\d$/;
const days = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' });

/** A value in the words of the desk: 1991-03-12 → 12 Maret 1991. */
function wordFor(value: unknown): string {
  const text = String(value);
  return safe(DAY.test(text) ? days.format(new Date(text)) : (WORDS[text] ?? text));
}

const again = '<p><a href="/">Pasien berikutnya</a></p>';

function page(title: string, body: string, reloadSeconds?: number): string {
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${reloadSeconds ? `<meta http-equiv="refresh" content="${reloadSeconds}">` : ''}
<title>${title} – Klinik Contoh Sehat</title>
<link rel="stylesheet" href="/clinic.css">
</head>
<body>
<header>Klinik Contoh Sehat</header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character]!);
