import type { Page } from 'playwright-core';
import type { WalkBrowser } from './browser.ts';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { facePicture } from './shared/pictures.ts';
import { unfold } from './shared/unfold.ts';
import { choosePin, enterPin, heading, readPhoto } from './walletSteps.ts';
import type { WalkWorld } from './world.ts';

interface Person {
  readonly nik: string;
  readonly name: string;
}

/** From the page of a forgotten PIN to a new one: the code, and an officer before whom the person stands. */
export async function renewPinAtDesk(
  { world, browser }: { readonly world: WalkWorld; readonly browser: WalkBrowser },
  phone: Page,
  person: Person,
  pin: string,
): Promise<void> {
  await phone.getByRole('button', { name: 'Buat PIN baru dengan kode dan wajah' }).click();
  await heading(phone, 'Pulihkan tanpa ponsel lama');
  await assertAccessible(phone);
  await phone.getByLabel('NIK').fill(person.nik);
  await phone.getByLabel('Nama lengkap').fill(person.name);
  await phone.getByRole('button', { name: 'Kirim kode' }).click();
  await heading(phone, 'Masukkan kode');
  await assertAccessible(phone);
  await enterPin(phone, '000000');
  await phone.getByText('Kode ini salah.').waitFor();
  await enterPin(phone, await codeSent(world));
  await heading(phone, 'Foto wajah');
  await assertAccessible(phone);
  await phone.getByText('Petugas dapat langsung menyelesaikannya').click();
  const shown = phone.getByRole('img', { name: 'QR untuk dipindai petugas' });
  await shown.waitFor();

  // The keyboard's way: the camera sees no QR.
  await browser.camera.show(await facePicture());
  const desk = await openDesk(world, browser, 'phone');
  await desk.tryAs('petugas');
  await desk.page.getByRole('link', { name: 'Ponsel baru atau lupa PIN' }).click();
  await desk.button('Lanjut: pindai QR ponselnya').click();
  await desk.page.getByRole('alert').getByText('NIK belum benar.').waitFor();
  await assertAccessible(desk.page);
  await desk.page.getByLabel('NIK').fill(person.nik);
  await desk.page.getByLabel('Nama lengkap').fill(person.name);
  await desk.button('Lanjut: pindai QR ponselnya').click();
  await unfold(desk.page, 'Tidak dapat memindai?', 'Isi QR');
  await desk.page.getByLabel('Isi QR').fill(await readPhoto(await shown.screenshot()));
  await desk.button('Cari permohonan').click();
  await desk.heading('Izinkan PIN baru di ponsel ini?').waitFor();
  await assertAccessible(desk.page);
  await desk.tickBoth();
  await desk.button('Izinkan PIN baru').click();
  await desk.heading('PIN baru diizinkan').waitFor();
  await desk.context.close();
  await choosePin(phone, pin);
}

async function codeSent(world: WalkWorld): Promise<string> {
  await world.runJobs();
  return /\d{6}/.exec(world.texts.at(-1)!.text)![0];
}
