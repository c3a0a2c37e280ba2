// One asset: its bank as the console shows it, its palettes, its frames, its sound.
import { bytes, count, counted, duration, el, empty, name, share, table, visible } from './text.js';
import { sliceOf, wasted } from './model.js';
import { Bank, drawLarger } from './tiles.js';
import { Player, TileView } from './tileview.js';
import { decibels, drawWave, SoundView } from './sound.js';

/** @typedef {import('./model.js').Asset} Asset */
/** @typedef {import('./model.js').Tiles} Tiles */
/** @typedef {import('./model.js').Palette} Palette */

/** More of a bank is not in its small picture. */
const THUMBNAIL_SOURCE = 320;

/** @param {Asset} asset */
export async function bankOf(asset) {
  return new Bank(await sliceOf(asset), /** @type {Tiles} */ (asset.tiles));
}

/**
 * A small picture of an asset.
 * @param {Asset} asset
 * @param {HTMLCanvasElement} canvas 40 by 40
 * @param {() => boolean} isWanted whether the canvas is still for this asset
 */
export async function thumbnail(asset, canvas, isWanted) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const side = canvas.width;
  canvas.classList.toggle('checker', asset.tiles !== undefined);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, side, side);
  if (asset.sound) {
    drawWave(context, asset.sound, side, side, -1);
  } else if (asset.place && asset.tiles) {
    const bank = await bankOf(asset);
    if (!isWanted()) {
      return;
    }
    context.clearRect(0, 0, side, side);
    const { tiles } = asset;
    const perFrame = asset.frames ? asset.frames.tiles : tiles.tile_count;
    const most = Math.floor(THUMBNAIL_SOURCE / tiles.tile_size);
    const columns = Math.min(tiles.columns, perFrame, most);
    const rows = Math.min(Math.ceil(perFrame / tiles.columns), most);
    const image = bank.picture(0, columns, rows, tiles.columns);
    const zoom = Math.min(side / image.width, side / image.height);
    const fit = zoom >= 1 ? Math.floor(zoom) : zoom;
    drawLarger(context, image, Math.floor((side - image.width * fit) / 2), Math.floor((side - image.height * fit) / 2), fit);
  }
}

/**
 * @param {string} term
 * @param {...(Node | string)} value
 */
function fact(term, ...value) {
  return el('div', {}, el('dt', {}, term), el('dd', {}, ...value));
}

/**
 * @param {Asset} asset
 * @param {number | undefined} slot
 * @param {number} fileBytes
 */
export function assetPage(asset, slot, fileBytes) {
  const facts = el('dl', { class: 'facts' }, fact('Id', copyable(String(asset.asset_id))),
    fact('Size', `${bytes(asset.bytes)}, ${share(asset.bytes, fileBytes)} of the pack`));
  if (slot !== undefined) {
    facts.append(fact('Preload slot', String(slot)));
  }
  const { tiles, sound } = asset;
  if (tiles) {
    facts.append(
      fact('Tiles', `${count(tiles.tile_count)} of ${tiles.tile_size}×${tiles.tile_size}, ${counted(tiles.columns, 'column')}`),
      fact('Palettes', String(tiles.palettes.length)));
    if (asset.frames) {
      facts.append(fact('Frames', `${count(asset.frames.count)} of ${counted(asset.frames.tiles, 'tile')}; frame n begins at tile n × ${asset.frames.tiles}`));
    }
  } else if (sound) {
    facts.append(
      fact('Length', duration(sound.frame_count / sound.sample_rate)),
      fact('Sound', `${count(sound.sample_rate)} Hz, ${sound.channels === 1 ? 'mono' : 'stereo'}`),
      fact('Peak', decibels(sound.peak)),
      fact('Loop', sound.loop_start === undefined ? 'none' : `frames ${count(sound.loop_start)} to ${count(sound.loop_end ?? 0)}`));
  }
  if (asset.sources && asset.sources.length > 0) {
    const list = el('ul', { class: 'plain' });
    asset.sources.slice(0, 8).forEach((source) => list.append(el('li', {}, name(source, 'path'))));
    if (asset.sources.length > 8) {
      list.append(el('li', {}, `and ${asset.sources.length - 8} more`));
    }
    facts.append(fact(asset.sources.length === 1 ? 'Source' : 'Sources', list));
  }
  const title = el('h2', { tabindex: '-1' });
  title.append(name(asset.asset_name));
  const page = el('article', { class: 'asset' }, title, facts);
  if (tiles) {
    page.append(tilesPart(asset, tiles));
  } else if (sound) {
    page.append(new SoundView({ ...asset, sound }).element);
  }
  return page;
}

/** @param {string} text */
function copyable(text) {
  return el('code', {}, text);
}

/**
 * @param {Asset} asset
 * @param {Tiles} tiles
 */
function tilesPart(asset, tiles) {
  const part = el('div', { class: 'tilespart' });
  const picture = el('div', { class: 'banktiles' });
  part.append(picture);
  if (asset.place) {
    void bankOf(asset).then((bank) => {
      const { frames } = asset;
      if (frames && frames.count > 1) {
        const player = new Player(bank, frames, visible);
        picture.append(el('h3', {}, 'Animation'), player.element);
        if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
          requestAnimationFrame(() => player.play());
        }
      }
      picture.append(el('h3', {}, 'Tiles'), new TileView(bank, asset.asset_name, frames).element);
    });
  } else {
    picture.append(empty('Its tiles are not in this page.', 'Only 64 MiB of tiles are held, small banks first.'));
  }
  const cost = wasted(asset);
  if (cost > 0) {
    part.append(table('Blank and repeated tiles', ['Tiles', '>Count', '>Cost'], [
      ['Blank', count(tiles.blank), bytes(tiles.blank * tiles.tile_bytes)],
      ['The same as an earlier tile', count(tiles.repeated), bytes(tiles.repeated * tiles.tile_bytes)],
      ['An earlier tile, flipped', count(tiles.flipped), bytes(tiles.flipped * tiles.tile_bytes)],
      ['All', count(tiles.blank + tiles.repeated + tiles.flipped), `${bytes(cost)}, ${share(cost, asset.bytes)} of the asset`]]));
  }
  part.append(el('h3', {}, counted(tiles.palettes.length, 'palette')), palettes(tiles.palettes));
  return part;
}

/** @param {Palette[]} all */
export function palettes(all) {
  const shown = el('p', { class: 'status', role: 'status' }, 'Choose a colour to see its number and how many pixels show it.');
  const list = el('div', { class: 'palettes' });
  all.forEach((palette, number) => {
    const patches = el('div', { class: 'patches' });
    palette.colors.forEach((color, entry) => {
      const used = palette.pixel_counts[entry];
      const words = entry === 0 ? `Palette ${number}, entry 0: transparent, ${counted(used, 'pixel')}`
        : `Palette ${number}, entry ${entry}: ${color}, ${used === 0 ? 'not used' : counted(used, 'pixel')}`;
      const patch = el('button', {
        type: 'button', class: `patch ${entry === 0 ? 'checker' : ''} ${used === 0 ? 'unused' : ''}`, 'aria-label': words, title: words,
        click: () => {
          shown.textContent = words;
        },
      });
      if (entry > 0) {
        patch.style.backgroundColor = color;
      }
      patches.append(patch);
    });
    list.append(el('div', { class: 'palette' }, el('span', { class: 'number' }, String(number)), patches,
      el('span', { class: 'muted' }, palette.tile_count === 0 ? 'no tile' : counted(palette.tile_count, 'tile'))));
  });
  return el('div', {}, shown, list);
}

