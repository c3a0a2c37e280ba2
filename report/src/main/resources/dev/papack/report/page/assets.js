// All assets: a list to search in, and the one that is chosen.
import { assetName, bytes, counted, el, empty, visible } from './text.js';
import { isFound } from './model.js';
import { VirtualList } from './list.js';
import { choice } from './tileview.js';
import { assetPage, thumbnail } from './asset.js';

/** @typedef {import('./model.js').Asset} Asset */
/** @typedef {import('./model.js').Pack} Pack */

const ROW_HEIGHT = 56;
const PICTURES_PER_FRAME = 3;

/** @type {Record<string, (one: Asset, other: Asset) => number>} */
const ORDERS = {
  name: (one, other) => (one.asset_name < other.asset_name ? -1 : 1),
  size: (one, other) => other.bytes - one.bytes || one.asset_id - other.asset_id,
  id: (one, other) => one.asset_id - other.asset_id,
};

/** @param {Asset} asset */
function detail(asset) {
  if (asset.tiles) {
    return `${counted(asset.tiles.tile_count, 'tile')} · ${bytes(asset.bytes)}`;
  }
  const seconds = asset.sound ? asset.sound.frame_count / asset.sound.sample_rate : 0;
  return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s · ${bytes(asset.bytes)}`;
}

export class Assets {
  /** @param {Pack} pack */
  constructor(pack) {
    this.pack = pack;
    this.slots = new Map(pack.preload.map((item) => [item.asset_id, item.slot]));
    this.byId = new Map(pack.assets.map((asset) => [String(asset.asset_id), asset]));
    this.kind = 'all';
    this.order = 'name';
    this.found = el('p', { class: 'found muted', role: 'status' });
    this.search = el('input', {
      type: 'search', placeholder: 'Name, id, slot or #colour', 'aria-label': 'Search for a name, an id, a slot or a colour',
      autocomplete: 'off', spellcheck: 'false', input: () => this.filter(),
      keydown: (event) => {
        if (/** @type {KeyboardEvent} */ (event).key === 'ArrowDown') {
          event.preventDefault();
          this.list.element.focus();
        }
      },
    });
    /** @type {VirtualList<Asset>} */
    this.list = new VirtualList({
      label: 'Assets', rowHeight: ROW_HEIGHT, id: (asset) => String(asset.asset_id),
      create: () => {
        const canvas = el('canvas', { width: 80, height: 80, class: 'thumb pixels checker', 'aria-hidden': 'true' });
        return el('div', {}, canvas, el('div', { class: 'words' }, el('span', {}), el('span', { class: 'muted' })));
      },
      fill: (row, asset) => this.fill(row, asset),
      choose: (asset) => {
        history.replaceState(null, '', `#asset-${asset.asset_id}`);
        this.show(String(asset.asset_id));
      },
      open: () => this.openChosen(),
    });
    this.detail = el('div', { class: 'detail' });
    this.element = el('section', { class: 'browser', 'aria-label': 'Assets' },
      el('div', { class: 'side' },
        el('div', { class: 'filters' }, this.search, el('div', { class: 'tools' },
          choice('Show', [['all', 'all'], ['tiles', 'tiles'], ['sounds', 'sounds'], ['repeats', 'with repeats']], 'all', (value) => {
            this.kind = value;
            this.filter();
          }),
          choice('Sort', [['name', 'by name'], ['size', 'by size'], ['id', 'by id']], 'name', (value) => {
            this.order = value;
            this.filter();
          })), this.found),
        this.list.element),
      this.detail);
    this.filter();
  }

  filter() {
    const words = this.search.value;
    const items = this.pack.assets.filter((asset) => this.isOfKind(asset) && isFound(asset, words, this.slots));
    items.sort(ORDERS[this.order]);
    this.found.textContent = items.length === this.pack.assets.length ? counted(items.length, 'asset')
      : items.length === 0 ? 'Nothing found' : `${counted(items.length, 'asset')} found`;
    this.list.element.scrollTop = 0;
    this.list.show(items);
  }

  /** @param {Asset} asset */
  isOfKind(asset) {
    switch (this.kind) {
      case 'tiles':
        return asset.tiles !== undefined;
      case 'sounds':
        return asset.sound !== undefined;
      case 'repeats':
        return asset.tiles !== undefined && asset.tiles.repeated + asset.tiles.flipped > 0;
      default:
        return true;
    }
  }

  /**
   * @param {HTMLElement} row
   * @param {Asset} asset
   */
  fill(row, asset) {
    const canvas = /** @type {HTMLCanvasElement} */ (row.firstChild);
    const words = /** @type {HTMLElement} */ (row.lastChild);
    if (row.dataset.asset !== String(asset.asset_id)) {
      /** @type {HTMLElement} */ (words.firstChild).replaceChildren(assetName(asset.asset_name));
      /** @type {HTMLElement} */ (words.lastChild).textContent = detail(asset);
    }
    const wanted = String(asset.asset_id);
    if (row.dataset.asset !== wanted) {
      row.dataset.asset = wanted;
      canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
      this.waiting.set(canvas, asset);
      this.drawSome();
    }
  }

  /** Rows whose pictures are to be drawn. @type {Map<HTMLCanvasElement, Asset>} */
  waiting = new Map();
  isDrawing = false;

  /** A few pictures for each frame, so that the list scrolls smoothly. */
  drawSome() {
    if (this.isDrawing || this.waiting.size === 0) {
      return;
    }
    this.isDrawing = true;
    requestAnimationFrame(() => {
      this.isDrawing = false;
      for (const [canvas, asset] of [...this.waiting].slice(-PICTURES_PER_FRAME)) {
        this.waiting.delete(canvas);
        const wanted = String(asset.asset_id);
        void thumbnail(asset, canvas, () => canvas.parentElement?.dataset.asset === wanted);
      }
      this.drawSome();
    });
  }

  /** Goes to the asset that is chosen, where it may stand below the list. */
  openChosen() {
    this.element.classList.add('opened');
    if (getComputedStyle(/** @type {HTMLElement} */ (this.element.firstChild)).display === 'none') {
      /** @type {HTMLElement | null} */ (this.detail.querySelector('h2'))?.focus();
    }
  }

  /** @param {string} id of an asset, or nothing */
  show(id) {
    const asset = this.byId.get(id);
    this.element.classList.toggle('opened', asset !== undefined && this.element.classList.contains('opened'));
    const back = el('a', { class: 'back', href: '#assets' }, '‹ All assets');
    this.detail.scrollTop = 0;
    if (asset) {
      this.detail.replaceChildren(back, assetPage(asset, this.slots.get(asset.asset_id), this.pack.bytes.file));
    } else if (id !== '') {
      this.detail.replaceChildren(back, empty(`There is no asset ${visible(id)} in this pack.`));
    } else {
      this.detail.replaceChildren(this.pack.assets.length === 0
        ? empty('The pack has no assets yet.', 'Put pictures and sounds into assets/, add them, and build again.')
        : empty('Choose an asset.', 'Arrow keys move in the list. Search for a name, an id, a slot or a colour such as #ff0000.'));
    }
  }

  /** @param {string} id of an asset, or nothing */
  goTo(id) {
    if (id === '') {
      this.element.classList.remove('opened');
      this.list.mark('');
      this.show('');
      return;
    }
    if (!this.list.items.some((asset) => String(asset.asset_id) === id)) {
      this.search.value = '';
      this.filter();
    }
    this.element.classList.add('opened');
    this.show(id);
    this.list.mark(id);
  }
}
