// The package in plain Node, installed as npm would install it. The runner gives
// the top folder of the repository.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { check, convert, createChecker, version } from 'gouji';
import manifest from 'gouji/package.json' with { type: 'json' };

const top = process.argv[2];
const read = (path) => readFile(join(top, path));
const faulty = await read('web/examples/faulty.txt').then(String);
const cells = JSON.parse(await read('tests/layouts/cells.json'));

// Rows as they are in `cells.json`, where an amount may be a number.
function inWords(rows) {
  return Object.fromEntries(Object.entries(rows).map(([row, values]) => [row, values.map(String)]));
}

function printed(table) {
  return inWords(Object.fromEntries(table.rows.map((row) => [row.id, row.cells.map((cell) => cell.value)])));
}

test('a text is checked', async () => {
  const report = await check(faulty, { lang: 'en', name: 'faulty.txt' });
  assert.equal(report.schema, 'gouji-report/1');
  assert.equal(report.verdict, 'findings');
  assert.equal(report.input.name, 'faulty.txt');
  const [first] = report.findings;
  assert.match(first.code, /^GJ\d{3}$/);
  assert.ok(faulty.slice(...first.range).length > 0);
});

for (const name of ['01.python-docx.docx', '01.openpyxl.xlsx', '01.page.html', '01.page.chromium.pdf']) {
  test(`${name} becomes a text with every cell`, async () => {
    const text = await convert(await read('tests/layouts/' + name), name);
    const { tables } = await check(text);
    for (const table of ['disclosure', 'applications', 'review']) {
      assert.deepEqual(printed(tables[table]), inWords(cells['01'][table]), table);
    }
  });
}

test('HTML as a string, an ArrayBuffer and a Blob give the same text', async () => {
  const bytes = await read('tests/layouts/01.page.html');
  const text = await convert(String(bytes));
  assert.equal(await convert(new Uint8Array(bytes).buffer), text);
  assert.equal(await convert(new Blob([bytes])), text);
});

test('text in GB18030 is read', async () => {
  const bytes = Uint8Array.from([0xc9, 0xea, 0xc7, 0xeb]);
  assert.equal((await convert(bytes, 'a.txt')).trim(), '申请');
});

test('what is no text, no document or no option is a TypeError with a sentence', async () => {
  const refused = [
    [() => check(5), 'text_not_a_string'],
    [() => check(), 'text_not_a_string'],
    [() => check('', { language: 'en' }), 'invalid_options'],
    [() => convert(5), 'not_a_document'],
    [() => convert(null), 'not_a_document'],
    [() => convert({ length: 3 }), 'not_a_document'],
  ];
  for (const [call, code] of refused) {
    await assert.rejects(call, (error) => {
      assert.ok(error instanceof TypeError, `${call}: ${error}`);
      assert.equal(error.code, code);
      assert.match(error.message, /\w+ \w+ \w+/);
      return true;
    });
  }
});

test('a document that cannot be read is an error with a code', async () => {
  const cut = (await read('tests/layouts/01.python-docx.docx')).subarray(0, 5000);
  await assert.rejects(convert(cut, 'cut.docx'), { name: 'Error', code: 'damaged' });
  // The reader can still be used.
  assert.ok(await convert('<p>一、总体情况</p>'));
});

test('a worker answers as the call does, in any order', async () => {
  const checker = createChecker();
  const [one, other, refused] = await Promise.all([
    checker.check(faulty),
    checker.check('', { lang: 'en' }),
    checker.check(5).catch((error) => error),
  ]);
  assert.deepEqual(one, await check(faulty));
  assert.equal(other.verdict, 'not_a_report');
  assert.ok(refused instanceof TypeError && refused.code === 'text_not_a_string');
  const open = checker.check(faulty);
  checker.terminate();
  await assert.rejects(open, { code: 'terminated' });
  // It starts anew when it is asked again.
  assert.equal((await checker.check(faulty)).verdict, 'findings');
  checker.terminate();
});

test('the package says its version and where its parts are', async () => {
  assert.equal(await version(), manifest.version);
  for (const name of ['gouji/gouji-check.js', 'gouji/widget/embed.html', 'gouji/schema.json', 'gouji/custom-elements.json']) {
    assert.ok(await readFile(new URL(import.meta.resolve(name))), name);
  }
});
