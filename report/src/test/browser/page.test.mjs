// The page in a real browser. Run by BrowserTest, which writes the reports; PAPACK_REPORTS is their folder.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = process.env.PAPACK_REPORTS;
const isLong = ['long', 'full'].includes(process.env.PAPACK_CAMPAIGN);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDE = { width: 1600, height: 1000 };
const NARROW = { width: 360, height: 740 };

/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.PAPACK_CHROMIUM,
    // Containers have no user namespaces; the page is our own.
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
});
after(() => browser.close());

/** Opens a report; whatever it asks for, complains of or throws fails the test. */
async function open(t, name, { viewport = WIDE, colorScheme = 'light', hash = '', bypassCSP = false } = {}) {
  const context = await browser.newContext({ viewport, colorScheme, offline: true, bypassCSP, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults = [];
  const file = `file://${join(folder, name)}.html`;
  page.on('console', (message) => {
    // These tests read pixels back; the page does not.
    if (!message.text().includes('willReadFrequently')) {
      faults.push(message.text());
    }
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== file && request.url() !== 'data:,') {
      faults.push(`asked for ${request.url().slice(0, 100)}`);
    }
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(faults, []);
  });
  await page.goto(file + hash);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return page;
}

async function settle(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.waitForTimeout(60);
}

async function go(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await settle(page);
}

/** The slice of an asset, read as the specification says. */
function readPack(name) {
  const bytes = readFileSync(join(folder, name));
  const headerBytes = Number(bytes.readBigUInt64LE(16));
  const header = JSON.parse(bytes.toString('ascii', 64, 64 + headerBytes));
  const payload = Math.ceil((64 + headerBytes) / 64) * 64;
  return header.asset_table.map((entry) => ({
    ...entry, slice: bytes.subarray(payload + entry.offset, payload + entry.offset + entry.size),
  }));
}

function tilePixels(entry, tile) {
  const { tile_size: size, tile_count: count, palette_count: palettes } = entry.metadata;
  const colors = count * size * size / 2;
  const palette = entry.slice[colors + palettes * 32 + tile];
  const rgba = [];
  for (let pixel = 0; pixel < size * size; pixel++) {
    const pair = entry.slice[(tile * size * size + pixel) >> 1];
    const index = pixel % 2 === 0 ? pair & 15 : pair >> 4;
    const bits = entry.slice.readUInt16LE(colors + palette * 32 + index * 2);
    rgba.push(...(index === 0 ? [0, 0, 0, 0] : [Math.round((bits >> 11) * 255 / 31),
      Math.round((bits >> 5 & 63) * 255 / 63), Math.round((bits & 31) * 255 / 31), 255]));
  }
  return rgba;
}

test('a tile on the screen has the pixels of the pack', async (t) => {
  const page = await open(t, 'varied');
  for (const entry of readPack('varied.pa').filter((one) => one.bank_type === 'TILES')) {
    await go(page, `asset-${entry.asset_id}`);
    await page.getByLabel('Zoom').selectOption('1');
    const { tile_size: size, tile_count: count, columns } = entry.metadata;
    for (const tile of [0, 1, columns + 1, count - 1]) {
      // The mark of the chosen tile is drawn over it.
      const far = [0, columns - 1, count - 1].find((one) =>
        Math.abs(one % columns - tile % columns) > 1 || Math.abs(Math.floor(one / columns) - Math.floor(tile / columns)) > 1);
      await page.getByLabel('Tile', { exact: true }).fill(String(far));
      await page.getByLabel('Tile', { exact: true }).press('Enter');
      await page.locator('.tileport').evaluate((port) => port.scrollTo(0, 0));
      await settle(page);
      const place = { x: (tile % columns) * size, y: Math.floor(tile / columns) * size };
      const shown = await page.locator('.tileport canvas').evaluate((canvas, { x, y, size }) =>
        [...canvas.getContext('2d').getImageData(x, y, size, size).data], { ...place, size });
      const isSeen = place.y + size <= (await page.locator('.tileport canvas').evaluate((one) => one.height));
      if (isSeen) {
        assert.deepEqual(shown, tilePixels(entry, tile), `asset ${entry.asset_id}, tile ${tile}`);
      }
    }
  }
});

test('the page finds the repeats that the packer counted', async (t) => {
  const page = await open(t, 'varied', { hash: '#asset-10' });
  const told = [];
  for (const tile of ['1', '2', '0x3']) {
    await page.getByLabel('Tile', { exact: true }).fill(tile);
    await page.getByLabel('Tile', { exact: true }).press('Enter');
    told.push(await page.locator('.pointed .status').textContent());
  }
  assert.match(told[0], /^Tile 1 \(0x01\) · row 0, column 1 · palette 1 · frame 0, its tile 1 · the same as tile 0$/);
  assert.match(told[1], /tile 0 flipped horizontally$/);
  assert.match(told[2], /blank$/);
  const cells = await page.locator('.asset table tbody tr').allTextContents();
  assert.deepEqual(cells.slice(0, 3).map((row) => row.match(/\d/)?.[0]), ['1', '1', '1']);
});

test('a tile that is not there is told', async (t) => {
  const page = await open(t, 'one', { hash: '#asset-7' });
  await page.getByLabel('Tile', { exact: true }).fill('9');
  await page.getByLabel('Tile', { exact: true }).press('Enter');
  assert.match(await page.locator('.pointed .status').textContent(), /no tile "9": tiles are numbered 0 to 0/);
});

test('the keyboard alone reaches everything', async (t) => {
  const page = await open(t, 'varied');
  const focused = () => page.evaluate(() => {
    const one = document.activeElement;
    return one?.getAttribute('aria-label') ?? one?.textContent?.trim().slice(0, 40) ?? '';
  });
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Skip to the content');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.match(await focused(), /^Assets/);
  await page.keyboard.press('Enter');
  await settle(page);
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), 'Assets');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await settle(page);
  const active = await page.evaluate(() =>
    document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent);
  const heading = await page.locator('.detail h2').textContent();
  assert.ok(active?.startsWith(heading ?? '?'), `${active} is not ${heading}`);
  await page.keyboard.press('End');
  await page.getByRole('searchbox').fill('hero');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await settle(page);
  assert.equal(await page.locator('.detail h2').textContent(), 'sprites/hero');
  await page.locator('.tileport').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  assert.match(await page.locator('.pointed .status').textContent(), /^Tile 3 /);
  await page.getByRole('button', { name: 'Play' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
});

test('frames are played in the order of their tag, for as long as they say', async (t) => {
  const page = await open(t, 'varied', { hash: '#asset-10' });
  const status = page.locator('.player .status');
  assert.match(await status.textContent(), /^Frame 0 of 6 frames · from tile 0 · 100 ms$/);
  await page.getByLabel('Tag').selectOption('0');
  const seen = [];
  for (let at = 0; at < 4; at++) {
    await page.getByLabel('Frame', { exact: true }).fill(String(at));
    seen.push((await status.textContent()).match(/^Frame (\d)/)[1]);
  }
  assert.deepEqual(seen, ['0', '1', '2', '1']);
  assert.match(await status.textContent(), /50 ms$/);
  await page.getByLabel('Tag').selectOption('1');
  assert.match(await status.textContent(), /^Frame 5 /);
});

test('a search finds a name, an id, a slot and a colour', async (t) => {
  const page = await open(t, 'varied', { hash: '#assets' });
  const search = async (words) => {
    await page.getByRole('searchbox').fill(words);
    await settle(page);
    return (await page.locator('.list .assetname').allTextContents()).sort();
  };
  assert.deepEqual(await search('beep'), ['sounds/beep']);
  assert.deepEqual(await search('14'), ['sounds/theme']);
  assert.deepEqual(await search('9'), [`long/${'w'.repeat(123)}`]);
  const color = await page.evaluate(async () => {
    location.hash = 'asset-12';
    await new Promise((done) => setTimeout(done, 100));
    const used = [...document.querySelectorAll('.patch:not(.unused):not(.checker)')][0];
    return used.getAttribute('aria-label').match(/#[0-9a-f]{6}/)[0];
  });
  assert.deepEqual(await search(color), ['tiles/same-1', 'tiles/same-2']);
  assert.deepEqual(await search('#010203 nothing'), []);
  assert.equal(await page.locator('.found').textContent(), 'Nothing found');
});

test('a sound is played on a click', async (t) => {
  const page = await open(t, 'varied', { hash: '#asset-14' });
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await page.waitForFunction(() => /Frame [1-9]/.test(document.querySelector('.soundview .status')?.textContent ?? ''));
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Play' }).waitFor();
});

test('hostile names are text', async (t) => {
  const page = await open(t, 'varied');
  for (const hash of ['asset-10', 'findings', 'overview', 'preload', 'assets']) {
    await go(page, hash);
    assert.equal(await page.title(), 'papack inspect game/assets.pa');
    assert.equal(await page.locator('main img, main script').count(), 0);
    const text = await page.locator('main').textContent();
    assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069\u0000-\u0009\u001b]/);
  }
  await go(page, 'findings');
  assert.match(await page.locator('main').textContent(), /<img src=x onerror=/);
  assert.match(await page.locator('main').textContent(), /a\\u\{202E\}gnp\.exe/);
});

const VIEWS = { varied: ['overview', 'assets', 'asset-10', 'asset-11', 'asset-14', 'preload', 'findings'],
  empty: ['overview', 'assets', 'preload', 'findings'], nothing: ['overview', 'assets', 'preload', 'findings'],
  one: ['overview', 'asset-7'], change: ['changes', 'findings'] };
const LOOKS = isLong ? [[WIDE, 'light'], [WIDE, 'dark'], [NARROW, 'light'], [NARROW, 'dark']] : [[WIDE, 'light'], [NARROW, 'dark']];

for (const [name, views] of Object.entries(VIEWS)) {
  const isRich = name === 'varied' || name === 'change';
  for (const [viewport, colorScheme] of isLong || isRich ? LOOKS : LOOKS.slice(1)) {
    test(`axe reports nothing of ${name}, ${viewport.width} wide, ${colorScheme}`, async (t) => {
      const page = await open(t, name, { viewport, colorScheme, bypassCSP: true });
      for (const view of views) {
        await go(page, view);
        if (await page.evaluate(() => !('axe' in window))) {
          await page.evaluate(axe);
        }
        const found = await page.evaluate(async () => (await window.axe.run()).violations.flatMap((one) =>
          one.nodes.map((node) => `${one.id}: ${node.target} ${node.failureSummary}`)));
        assert.deepEqual(found, [], view);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${view} is ${overflow} pixels too wide`);
      }
    });
  }
}

test('ten thousand assets are shown at once and scroll smoothly', async (t) => {
  const page = await open(t, 'large');
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
  const ready = await page.evaluate(() => performance.now());
  await go(page, 'assets');
  assert.ok(await page.locator('.list .row').count() < 60, 'only rows that are seen exist');
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const work = async () => (await client.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration').value;
  const before = await work();
  const times = await page.evaluate(async () => {
    const list = document.querySelector('.list');
    const times = [];
    let last = performance.now();
    for (let frame = 0; frame < 300; frame++) {
      list.scrollTop += 240;
      await new Promise((done) => requestAnimationFrame(done));
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times;
  });
  // What other programs take of the machine is not the page's: its own work has to fit into a frame.
  const workMs = ((await work()) - before) * 1000 / times.length;
  const dropped = times.reduce((sum, time) => sum + Math.max(0, Math.round(time / (1000 / 60)) - 1), 0);
  await page.getByRole('searchbox').fill('asset_1777');
  await settle(page);
  assert.equal(await page.locator('.list .row').count(), 1);
  const figures = `first paint ${Math.round(paint)} ms, all data read after ${Math.round(ready)} ms, ${dropped} of ${times.length} frames dropped, ${workMs.toFixed(1)} ms of work for each`;
  writeFileSync(join(folder, 'figures.txt'), figures);
  if (isLong) {
    assert.ok(paint < 1000, figures);
    assert.ok(workMs < 1000 / 60, figures);
  }
});
