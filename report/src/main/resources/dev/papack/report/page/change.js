// How two packs differ: the verdict, and what changed side by side.
import { assetName, bytes, coloured, count, counted, el, empty, name, sharp, table, visible } from './text.js';
import { bankOf } from './asset.js';
import { Bank, drawLarger } from './tiles.js';
import { choice } from './tileview.js';
import { SoundView } from './sound.js';

/** @typedef {import('./model.js').Report} Report */
/** @typedef {import('./model.js').Change} Change */
/** @typedef {import('./model.js').Content} Content */
/** @typedef {import('./model.js').Asset} Asset */
/** @typedef {import('./model.js').Listed} Listed */

const ASSETS_PER_STEP = 20;
const TILES_PER_STEP = 48;
const TILE_SIDE = 64;
/** Larger pictures are shown by their changed tiles alone. */
const MAX_PICTURE_PIXELS = 1 << 20;

const VERDICTS = /** @type {Record<string, [string, string]>} */ ({
  equal: ['good', 'Both packs are the same.'],
  compatible: ['good', 'Everything that a shipped game refers to still means the same.'],
  breaking: ['bad', 'A game that was shipped with the older pack would break.'],
});

const KINDS = /** @type {Record<string, string>} */ ({
  bank_type: 'another bank type', encoding: 'looks the same, stored otherwise', tiles: 'tiles changed', sound: 'sound changed',
});

/** Three pictures stand side by side, where the page is wide enough. */
function pictureWidth() {
  return window.innerWidth < 760 ? window.innerWidth - 60 : (Math.min(1400, window.innerWidth) - 110) / 3;
}

/** @param {number} before @param {number} after */
function growth(before, after) {
  const difference = after - before;
  return difference === 0 ? 'no difference' : `${difference > 0 ? '+' : '−'}${bytes(Math.abs(difference))}`;
}

/**
 * @param {string} title
 * @param {Bank} bank
 */
function wholePicture(title, bank) {
  const canvas = el('canvas', { class: 'pixels checker', role: 'img', 'aria-label': `The bank, ${title}` });
  const zoom = Math.max(1, Math.min(6, Math.floor(pictureWidth() / (bank.columns * bank.size))));
  const context = sharp(canvas, bank.columns * bank.size * zoom, bank.rows * bank.size * zoom);
  drawLarger(context, bank.picture(0, bank.columns, bank.rows, bank.columns), 0, 0, zoom);
  return el('figure', {}, el('figcaption', {}, title), canvas);
}

/**
 * Both pictures over each other, as much of the newer one as wanted.
 * @param {Bank} before
 * @param {Bank} after
 */
function blended(before, after) {
  const canvas = el('canvas', { class: 'pixels checker', role: 'img', 'aria-label': 'Both, blended' });
  const width = Math.max(before.columns * before.size, after.columns * after.size);
  const height = Math.max(before.rows * before.size, after.rows * after.size);
  const zoom = Math.max(1, Math.min(6, Math.floor(pictureWidth() / width)));
  const images = [before, after].map((bank) => bank.picture(0, bank.columns, bank.rows, bank.columns));
  const slider = el('input', { type: 'range', min: 0, max: 100, value: 50, 'aria-label': 'How much of the newer picture', input: () => draw() });
  const draw = () => {
    const context = sharp(canvas, width * zoom, height * zoom);
    context.clearRect(0, 0, width * zoom, height * zoom);
    context.globalAlpha = 1 - Number(slider.value) / 100;
    drawLarger(context, images[0], 0, 0, zoom);
    context.globalCompositeOperation = 'lighter';
    context.globalAlpha = Number(slider.value) / 100;
    drawLarger(context, images[1], 0, 0, zoom);
  };
  draw();
  return el('figure', {}, el('figcaption', {}, 'blended'), canvas, slider);
}

/**
 * The numbers of tiles that show something else.
 * @param {Bank} before
 * @param {Bank} after
 */
export function changedTiles(before, after) {
  const changed = [];
  if (before.size === after.size) {
    const one = new Uint32Array(before.size * before.size);
    const other = new Uint32Array(one.length);
    for (let tile = 0; tile < Math.min(before.count, after.count); tile++) {
      before.draw(tile, one, 0, before.size);
      after.draw(tile, other, 0, after.size);
      if (one.some((pixel, at) => pixel !== other[at])) {
        changed.push(tile);
      }
    }
  }
  return changed;
}

/**
 * @param {Bank} before
 * @param {Bank} after
 * @param {number[]} changed
 */
function tileCards(before, after, changed) {
  const list = el('ul', { class: 'tilecards', 'aria-label': 'Changed tiles' });
  let end = 0;
  const more = el('button', { type: 'button', click: () => step() }, 'Show more tiles');
  const step = () => {
    const next = Math.min(changed.length, end + TILES_PER_STEP);
    for (const tile of changed.slice(end, next)) {
      const canvas = el('canvas', { class: 'pixels checker', role: 'img', 'aria-label': `Tile ${tile} before and after` });
      const context = sharp(canvas, 2 * TILE_SIDE + 4, TILE_SIDE);
      context.clearRect(0, 0, 2 * TILE_SIDE + 4, TILE_SIDE);
      drawLarger(context, before.picture(tile, 1, 1, 1), 0, 0, TILE_SIDE / before.size);
      drawLarger(context, after.picture(tile, 1, 1, 1), TILE_SIDE + 4, 0, TILE_SIDE / after.size);
      list.append(el('li', {}, canvas, el('span', { class: 'muted' }, String(tile))));
    }
    end = next;
    more.hidden = end === changed.length;
  };
  step();
  return el('div', {}, list, more);
}

/**
 * Palettes that have other colours now.
 * @param {Asset} before
 * @param {Asset} after
 */
function paletteRows(before, after) {
  const old = before.tiles?.palettes ?? [];
  const now = after.tiles?.palettes ?? [];
  const rows = el('div', { class: 'palettes' });
  for (let number = 0; number < Math.max(old.length, now.length); number++) {
    const colors = [old[number]?.colors, now[number]?.colors];
    if (JSON.stringify(colors[0]) !== JSON.stringify(colors[1])) {
      colors.forEach((row, side) => {
        const patches = el('div', { class: 'patches', role: 'img',
          'aria-label': `Palette ${number} ${side === 0 ? 'before' : 'after'}: ${row ? row.join(', ') : 'not there'}` });
        (row ?? []).forEach((color, entry) => {
          const patch = el('span', { class: `patch ${entry === 0 ? 'checker' : ''} ${colors[1 - side]?.[entry] !== color ? 'changed' : ''}`, title: color });
          if (entry > 0) {
            patch.style.backgroundColor = color;
          }
          patches.append(patch);
        });
        rows.append(el('div', { class: 'palette' }, el('span', { class: 'number' }, side === 0 ? String(number) : ''), patches,
          el('span', { class: 'muted' }, row ? (side === 0 ? 'before' : 'after') : side === 0 ? 'new' : 'removed')));
      });
    }
  }
  return rows.childElementCount === 0 ? null : el('div', {}, el('h4', {}, 'Palettes'), rows);
}

/**
 * @param {Asset} before
 * @param {Asset} after
 * @param {HTMLElement} into
 */
async function showTiles(before, after, into) {
  const [old, now] = await Promise.all([bankOf(before), bankOf(after)]);
  const changed = changedTiles(old, now);
  if (Math.max(old.count, now.count) * now.size * now.size <= MAX_PICTURE_PIXELS) {
    into.append(el('div', { class: 'pictures' }, wholePicture('before', old), wholePicture('after', now), blended(old, now)));
  }
  if (changed.length > 0) {
    const per = after.frames?.tiles;
    const frames = per ? [...new Set(changed.map((tile) => Math.floor(tile / per)))] : [];
    into.append(el('h4', {}, `${counted(changed.length, 'changed tile')}: before and after${frames.length === 0 ? ''
      : `; in frame${frames.length === 1 ? '' : 's'} ${frames.slice(0, 20).join(', ')}${frames.length > 20 ? ', ...' : ''}`}`),
    tileCards(old, now, changed));
  }
  const palettes = paletteRows(before, after);
  if (palettes) {
    into.append(palettes);
  }
}

/**
 * @param {Content} content
 * @param {Asset | undefined} before
 * @param {Asset | undefined} after
 */
function contentCard(content, before, after) {
  const parts = [KINDS[content.kind] ?? content.kind];
  for (const [word, part] of /** @type {[string, import('./model.js').Share | undefined][]} */ (
    [['tile', content.tiles], ['palette', content.palettes], ['frame', content.frames]])) {
    if (part && part.different > 0) {
      parts.push(`${count(part.different)} of ${counted(part.compared, word)} differ`);
    }
  }
  parts.push(content.bytes_before === content.bytes_after ? bytes(content.bytes_after)
    : `${bytes(content.bytes_before)} → ${bytes(content.bytes_after)} (${growth(content.bytes_before, content.bytes_after)})`);
  const title = el('h3', {});
  title.append(assetName(content.asset_name));
  const body = el('div', {});
  if (before?.tiles && after?.tiles && before.place && after.place) {
    void showTiles(before, after, body);
  } else if (before?.sound && after?.sound) {
    body.append(el('h4', {}, 'Before'), new SoundView({ ...before, sound: before.sound }).element,
      el('h4', {}, 'After'), new SoundView({ ...after, sound: after.sound }).element);
  }
  return el('li', { class: 'changed' }, title, el('p', { class: 'muted' }, `id ${content.asset_id} · ${parts.join(' · ')}`), body);
}

/** @param {Change} change */
function contents(change) {
  if (change.contents.length === 0) {
    return el('p', { class: 'muted' }, 'No asset has other contents.');
  }
  const before = new Map(change.before.assets.map((asset) => [asset.asset_id, asset]));
  const after = new Map(change.after.assets.map((asset) => [asset.asset_id, asset]));
  const list = el('ul', { class: 'findings' });
  const shown = el('p', { class: 'muted', role: 'status' });
  const more = el('button', { type: 'button', click: () => step() }, 'Show more assets');
  const search = el('input', { type: 'search', placeholder: 'Name or id', 'aria-label': 'Search in changed assets', autocomplete: 'off', input: () => render() });
  let kind = 'all';
  /** @type {Content[]} */
  let items = [];
  let end = 0;
  const step = () => {
    const next = Math.min(items.length, end + ASSETS_PER_STEP);
    list.append(...items.slice(end, next).map((one) => contentCard(one, before.get(one.asset_id), after.get(one.asset_id))));
    end = next;
    more.hidden = end === items.length;
  };
  const render = () => {
    const words = search.value.toLowerCase();
    items = change.contents.filter((one) => (kind === 'all' || one.kind === kind)
      && (one.asset_name.includes(words) || String(one.asset_id) === words));
    end = 0;
    list.replaceChildren();
    shown.textContent = counted(items.length, 'changed asset');
    step();
  };
  render();
  return el('div', {}, el('div', { class: 'tools' }, search, choice('Show', [['all', 'all'], ['tiles', 'tiles'], ['sound', 'sounds'],
    ['encoding', 'stored otherwise'], ['bank_type', 'another bank type']], 'all', (value) => {
    kind = value;
    render();
  })), shown, list, more);
}

/**
 * @param {string} title
 * @param {Listed[]} listed
 */
function listedTable(title, listed) {
  return listed.length === 0 ? null : table(`${title}: ${count(listed.length)}`, ['Asset', '>Id', '>Size'],
    listed.slice(0, 200).map((one) => [assetName(one.asset_name), String(one.asset_id), bytes(one.bytes)]));
}

/** @param {Report} report */
export function changes(report) {
  const page = el('section', { class: 'page' }, el('h2', { tabindex: '-1' }, 'Changes'));
  const { change } = report;
  if (!change) {
    page.append(empty('There is nothing to compare.'));
    return page;
  }
  const { before, after } = change;
  const [mood, sentence] = VERDICTS[change.verdict] ?? ['warn', ''];
  page.append(el('p', { class: `verdict ${mood}` }, el('strong', {}, change.verdict), `: ${sentence}`),
    el('p', { class: 'muted' }, 'From ', name(before.path, 'path'), ' to ', name(after.path, 'path')));
  if (change.reasons.length > 0) {
    const reasons = el('ul', { class: 'fixes' });
    change.reasons.slice(0, 200).forEach((reason) => reasons.append(el('li', {}, coloured(reason.message))));
    page.append(el('h3', {}, `${counted(change.reasons.length, 'reason')}`), reasons);
    if (change.reasons.length > 200) {
      page.append(el('p', { class: 'muted' }, `and ${count(change.reasons.length - 200)} more`));
    }
  }
  /** @param {string} word @param {number} old @param {number} now */
  const row = (word, old, now) => [word, bytes(old), bytes(now), growth(old, now)];
  page.append(el('div', { class: 'columns' },
    table('Sizes', ['Part', '>Before', '>After', '>Difference'], [
      row('Tiles', before.tiles_bytes, after.tiles_bytes), row('Sounds', before.sounds_bytes, after.sounds_bytes),
      row('File', before.file_bytes, after.file_bytes),
      ['Assets', count(before.asset_count), count(after.asset_count), count(after.asset_count - before.asset_count)]]),
    listedTable('Added', change.added), listedTable('Removed', change.removed),
    change.renamed.length === 0 ? null : table(`Renamed: ${count(change.renamed.length)}`, ['From', 'To'],
      change.renamed.slice(0, 200).map((one) => [visible(one.from), visible(one.to)])),
    change.slots.length === 0 ? null : table(`Preload slots: ${count(change.slots.length)}`, ['Asset', '>Before', '>After'],
      change.slots.slice(0, 200).map((one) => [assetName(one.asset_name), String(one.from ?? '–'), String(one.to ?? '–')]))),
  el('h3', {}, 'Contents'), contents(change));
  return page;
}
