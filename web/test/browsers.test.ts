import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { tooNewInScript } from '../build/browsers/scanScript.ts';
import { tooNewInStyle } from '../build/browsers/scanStyle.ts';
import { tooNewBelow } from '../build/browsers/tooNew.ts';
import { entries } from '../build/entries.ts';
import { ensureWebBuilt } from '../build.ts';

test('every page that we build runs in Chromium 76 and Safari 15, or answers for what is missing there', async () => {
  await ensureWebBuilt();
  for (const { name } of entries)
    assert.deepEqual(await tooNewBelow(join(import.meta.dirname, '../dist', name)), [], name);
});

test('syntax, globals, members and methods that are too new are found', () => {
  const finds = (code: string, path: string) => assert.ok(tooNewInScript(code).has(path), code);
  const js = 'javascript';
  finds('a?.b', `${js}.operators.optional_chaining`);
  finds('a ?? b', `${js}.operators.nullish_coalescing`);
  finds('class A { #b() {} }', `${js}.classes.private_class_methods`);
  finds('class A { static { b() } }', `${js}.classes.static.initialization_blocks`);
  finds('/(?<=a)b/', `${js}.regular_expressions.lookbehind_assertion`);
  finds('structuredClone(a)', 'api.structuredClone');
  finds('new CompressionStream(a)', 'api.CompressionStream');
  finds('Object.groupBy(a)', `${js}.builtins.Object.groupBy`);
  finds('Promise.any(a)', `${js}.builtins.Promise.any`);
  finds('crypto.randomUUID()', 'api.Crypto.randomUUID');
  assert.equal(tooNewInScript('navigator.share(a)').size, 0);
  finds('a.replaceChildren(b)', 'api.Document.replaceChildren');
  finds('a.toSpliced(1)', `${js}.builtins.Array.toSpliced`);
});

test('what the old browsers have, and what only looks like something new, is let through', () => {
  const old =
    'export const f = async (a) => { for await (const b of a) await fetch(b).then((c) => c.text()) }; 10n';
  assert.deepEqual([...tooNewInScript(old)], []);
  assert.deepEqual([...tooNewInScript('const o = { at: 1, groupBy() {} }; o.at = 2; import("./x.js")')], []);
});

test('style sheets too: properties, selectors, units, functions', () => {
  const found = [
    ...tooNewInStyle('a{inset:0}b:has(c){width:10dvh}d{color:color-mix(in srgb,red,blue)}e{margin:0}'),
  ];
  assert.deepEqual(found.sort(), [
    'css.properties.inset',
    'css.selectors.has',
    'css.types.color.color-mix',
    'css.types.length.viewport_percentage_units_dynamic',
  ]);
});
