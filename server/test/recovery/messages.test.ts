import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageOf, type Notice, stopLink } from '../../src/recovery/messages.ts';
import { recoverySecrets } from '../../src/recovery/secrets.ts';

const secrets = recoverySecrets(Buffer.alloc(32, 7));
const ID = '0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b' as never;
const LINK = stopLink('https://ikd.example.go.id', secrets.stopToken(ID, 'sms'));
const NOTICES: readonly Notice[] = [
  { kind: 'code', code: '048213' },
  { kind: 'coolingOff', ripeAt: new Date('2026-11-28T01:00:00Z'), stop: LINK },
  ...(['moved', 'reset', 'held', 'resumed', 'stopped'] as const).map((kind) => ({ kind })),
];
/** Letters that every telephone shows and that let 160 be one message (GSM 03.38, of which these are a part). */
const PLAIN = /^[A-Za-z0-9 .,:;?!#/_-]+$/;

for (const notice of NOTICES)
  test(`the text message “${notice.kind}” is plain, short, and asks for nothing`, () => {
    const { short, paragraphs } = messageOf(notice);
    assert.match(short, PLAIN);
    // With a link it may take two.
    assert.ok(short.length <= (notice.kind === 'coolingOff' ? 306 : 160), `${short.length} letters`);
    const links = [short, ...paragraphs].join('\n').match(/https?:\S+/g) ?? [];
    assert.deepEqual([...new Set(links)], notice.kind === 'coolingOff' ? [LINK] : []);
  });

test('a link stops one recovery, says by which channel, and cannot be made up', () => {
  for (const channel of ['mail', 'sms'] as const)
    assert.deepEqual(secrets.readStopToken(secrets.stopToken(ID, channel)), { id: ID, channel });
  const token = secrets.stopToken(ID, 'mail');
  const others = [
    `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    recoverySecrets(Buffer.alloc(32, 8)).stopToken(ID, 'mail'),
    `${'A'.repeat(22)}.${token.split('.')[1]}`,
    '',
  ];
  for (const other of others) assert.equal(secrets.readStopToken(other), undefined);
});

test('each code is another one, six digits, and the same when asked again', () => {
  const codes = [1, 2, 3].map((nth) => secrets.codeOf(ID, nth));
  assert.equal(new Set(codes).size, 3);
  for (const code of codes) assert.match(code, /^\d{6}$/);
  assert.equal(secrets.codeOf(ID, 1), codes[0]);
});
