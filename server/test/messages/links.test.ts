import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { KIA_MOMENTS } from '@jatidiri/core/kia/ending.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { KIA_FORMS } from '@jatidiri/core/registry/model.ts';
import { confirmationMail } from '../../src/activation/confirmationMail.ts';
import { endingMessage } from '../../src/issuance/guardianMessages.ts';
import { messageOf, type Notice, stopLink } from '../../src/recovery/messages.ts';

// Messages of the service never carry a link that asks for data: whoever teaches people to follow links teaches them
// to follow a swindler's.

const REPOSITORY = join(import.meta.dirname, '../../..');
const TOKEN = 'a'.repeat(43);
const WALLET = 'https://dompet.example.go.id';
const PORTAL = 'https://ikd.example.go.id';
const LINK = /https?:\/\/[^\s"<]+/g;

/** The pages that links lead to: a button, and nothing to enter. */
const PAGES: Readonly<Record<string, string>> = {
  [`${WALLET}/konfirmasi#${TOKEN}`]: 'web/src/wallet/confirm/ConfirmPage.tsx',
  [`${PORTAL}/hentikan#${TOKEN}`]: 'web/src/portal/stop/StopPage.tsx',
};

const NOTICES: readonly Notice[] = [
  { kind: 'code', code: '123456' },
  { kind: 'coolingOff', ripeAt: new Date(), stop: stopLink(PORTAL, TOKEN) },
  ...(['moved', 'reset', 'held', 'resumed', 'stopped'] as const).map((kind) => ({ kind })),
];

const ENDINGS = KIA_FORMS.flatMap((form) =>
  KIA_MOMENTS.map((moment) => ({ form, moment, until: toIsoDate('2026-12-20') })),
);

function allMessages(): string[] {
  const mail = confirmationMail(new Personal('siti@contoh.invalid'), `${WALLET}/konfirmasi#${TOKEN}`, true);
  const notices = [...NOTICES.map(messageOf), ...ENDINGS.map(endingMessage)];
  return [
    `${mail.subject}\n${mail.text}\n${mail.html}`,
    ...notices.map(({ subject, paragraphs, short }) => [subject, ...paragraphs, short].join('\n')),
  ];
}

test('a link in a message leads to a page that asks for nothing', async () => {
  const links = new Set(allMessages().flatMap((text) => text.match(LINK) ?? []));
  assert.deepEqual([...links].sort(), Object.keys(PAGES).sort());
  for (const page of Object.values(PAGES)) {
    const source = await readFile(join(REPOSITORY, page), 'utf8');
    assert.match(source, /<Button/, page);
    assert.doesNotMatch(
      source,
      /<(input|textarea|select|form|Field|NikField|TextArea|PinPad|Choice|CameraCapture)\b/i,
    );
  }
});

test('a text message about a child’s KIA is one message of plain letters', () => {
  for (const { short } of ENDINGS.map(endingMessage)) {
    assert.match(short, /^[A-Za-z0-9 .,:;?!#/_-]+$/);
    assert.ok(short.length <= 160, `${short.length} letters`);
  }
});

test('no message asks for a PIN, a password, a code or money', () => {
  for (const text of allMessages())
    assert.doesNotMatch(
      text,
      /(kirim|balas|berikan|masukkan|bayar|transfer)[^.]{0,40}(PIN|NIK|kode|sandi|uang|rupiah)/i,
    );
});

test('these are all the messages there are', async () => {
  const source = join(REPOSITORY, 'server/src');
  const files = (await readdir(source, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const senders: string[] = [];
  for (const file of files) {
    const text = await readFile(join(source, file), 'utf8');
    if (/\bdeps\.send(Mail|Text)\b/.test(text)) senders.push(file);
  }
  assert.deepEqual(senders.sort(), ['activation/sendConfirmation.ts', 'activation/sendNotice.ts']);
});
