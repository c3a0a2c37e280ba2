// The tiles of a bank, as large as wanted: only what is seen is drawn.
import { counted, el, sharp, themed } from './text.js';
import { Bank, drawLarger, FLIPS } from './tiles.js';

/** @typedef {import('./model.js').Frames} Frames */

const ZOOMS = [1, 2, 3, 4, 6, 8, 12, 16];
const MAX_HEIGHT = 640;
const MAX_WIDTH = 900;

/**
 * A choice with a label.
 * @param {string} label
 * @param {[string, string][]} options values and words
 * @param {string} chosen
 * @param {(value: string) => void} change
 */
export function choice(label, options, chosen, change) {
  const select = el('select', { change: () => change(select.value) });
  for (const [value, words] of options) {
    select.append(el('option', { value, selected: value === chosen }, words));
  }
  return el('label', { class: 'control' }, `${label} `, select);
}

/**
 * A box to tick.
 * @param {string} label
 * @param {boolean} isOn
 * @param {(isOn: boolean) => void} change
 */
export function tick(label, isOn, change) {
  const box = el('input', { type: 'checkbox', checked: isOn, change: () => change(box.checked) });
  return el('label', { class: 'control' }, box, ` ${label}`);
}

export class TileView {
  /**
   * @param {Bank} bank
   * @param {string} label
   * @param {Frames | undefined} frames
   */
  constructor(bank, label, frames) {
    this.bank = bank;
    this.frames = frames;
    const width = bank.columns * bank.size;
    const room = Math.min(MAX_WIDTH, Math.max(300, window.innerWidth - (window.innerWidth > 760 ? 420 : 40)));
    // Small pictures are seen whole; large ones at twice their size, if they are not too wide.
    this.zoom = ZOOMS.findLast((zoom) =>
      width * zoom <= room && (bank.rows * bank.size * zoom <= MAX_HEIGHT || zoom <= 2) && zoom <= 8) ?? 1;
    this.background = 'checker';
    this.hasGrid = false;
    this.hasMarks = false;
    this.palette = -1;
    this.tile = 0;
    this.canvas = el('canvas', { 'aria-hidden': 'true' });
    this.canvas.className = 'pixels checker';
    this.spacer = el('div', { class: 'spacer' });
    this.port = el('div', {
      class: 'tileport', tabindex: '0', role: 'application', 'aria-label': `Tiles of ${label}, move with the arrow keys`,
      scroll: () => this.schedule(),
      keydown: (event) => this.press(/** @type {KeyboardEvent} */ (event)),
      pointermove: (event) => this.point(/** @type {PointerEvent} */ (event)),
      pointerdown: (event) => this.point(/** @type {PointerEvent} */ (event)),
    }, this.canvas, this.spacer);
    this.status = el('p', { class: 'status', role: 'status' });
    this.large = el('canvas', { class: 'pixels checker large', role: 'img', 'aria-label': 'The tile, enlarged' });
    this.number = el('input', {
      type: 'text', inputmode: 'numeric', size: 7, value: '0', autocomplete: 'off',
      change: () => this.goTo(this.number.value),
      keydown: (event) => {
        if (/** @type {KeyboardEvent} */ (event).key === 'Enter') {
          this.goTo(this.number.value);
        }
      },
    });
    /** @type {[string, string][]} */
    const palettes = [['-1', 'its own']];
    for (let palette = 0; palette < bank.colors.length / 16; palette++) {
      palettes.push([String(palette), String(palette)]);
    }
    const tools = el('div', { class: 'tools' },
      el('label', { class: 'control' }, 'Tile ', this.number),
      choice('Zoom', ZOOMS.map((zoom) => [String(zoom), `${zoom}×`]), String(this.zoom), (value) => {
        this.zoom = Number(value);
        this.layOut();
        this.see();
      }),
      choice('Palette', palettes, '-1', (value) => {
        this.palette = Number(value);
        this.render();
      }),
      choice('Behind', [['checker', 'squares'], ['black', 'black'], ['white', 'white'], ['pink', 'magenta']], 'checker',
        (value) => {
          this.background = value;
          this.canvas.className = `pixels ${value}`;
          this.large.className = `pixels ${value} large`;
        }),
      tick('Grid', false, (isOn) => {
        this.hasGrid = isOn;
        this.render();
      }),
      tick('Mark repeats', false, (isOn) => {
        this.hasMarks = isOn;
        this.render();
      }));
    this.element = el('div', { class: 'tileview' }, tools, this.port,
      el('div', { class: 'pointed' }, this.large, this.status));
    new ResizeObserver(() => this.layOut()).observe(this.element);
    this.layOut();
    this.tell();
  }

  isScheduled = false;

  schedule() {
    if (!this.isScheduled) {
      this.isScheduled = true;
      requestAnimationFrame(() => {
        this.isScheduled = false;
        this.render();
      });
    }
  }

  get side() {
    return this.bank.size * this.zoom;
  }

  layOut() {
    const width = this.bank.columns * this.side;
    const height = this.bank.rows * this.side;
    const available = this.element.clientWidth || 600;
    this.spacer.style.width = `${width}px`;
    this.spacer.style.height = `${height}px`;
    this.width = Math.min(width, available - 2);
    this.height = Math.min(height, MAX_HEIGHT, Math.max(240, window.innerHeight - 220));
    this.port.style.width = `${this.width + 2}px`;
    this.port.style.height = `${this.height + 2}px`;
    // Some systems take the room of scroll bars from what is inside.
    const bars = { width: this.width - this.port.clientWidth, height: this.height - this.port.clientHeight };
    this.port.style.width = `${Math.min(available, this.width + 2 + bars.width)}px`;
    this.port.style.height = `${this.height + 2 + bars.height}px`;
    this.render();
  }

  width = 1;
  height = 1;

  render() {
    const { bank, side, zoom } = this;
    const context = sharp(this.canvas, this.width, this.height);
    context.clearRect(0, 0, this.width, this.height);
    const left = Math.floor(this.port.scrollLeft / side);
    const top = Math.floor(this.port.scrollTop / side);
    const columns = Math.min(bank.columns - left, Math.ceil(this.width / side) + 1);
    const rows = Math.min(bank.rows - top, Math.ceil(this.height / side) + 1);
    if (columns <= 0 || rows <= 0) {
      return;
    }
    const image = bank.picture(top * bank.columns + left, columns, rows, bank.columns, this.palette);
    const x = left * side - this.port.scrollLeft;
    const y = top * side - this.port.scrollTop;
    drawLarger(context, image, x, y, zoom);
    const repeats = this.hasMarks ? bank.repeats() : null;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const tile = (top + row) * bank.columns + left + column;
        const at = { x: x + column * side, y: y + row * side };
        if (repeats && tile < bank.count && repeats.of[tile] !== -1) {
          context.fillStyle = repeats.of[tile] === -2 ? 'rgb(120 120 120 / 60%)' : repeats.flip[tile] > 0
            ? 'rgb(0 140 255 / 55%)' : 'rgb(255 120 0 / 55%)';
          context.fillRect(at.x, at.y, side, side);
        }
        if (this.hasGrid && tile < bank.count) {
          context.strokeStyle = 'rgb(128 128 128 / 70%)';
          context.lineWidth = 1;
          context.strokeRect(at.x + 0.5, at.y + 0.5, side, side);
        }
      }
    }
    const cursor = {
      x: (this.tile % bank.columns) * side - this.port.scrollLeft,
      y: Math.floor(this.tile / bank.columns) * side - this.port.scrollTop,
    };
    context.lineWidth = 4;
    context.strokeStyle = themed('--page');
    context.strokeRect(cursor.x, cursor.y, side, side);
    context.lineWidth = 2;
    context.strokeStyle = themed('--accent');
    context.strokeRect(cursor.x, cursor.y, side, side);
  }

  /** @param {PointerEvent} event */
  point(event) {
    const box = this.port.getBoundingClientRect();
    const column = Math.floor((event.clientX - box.left - 1 + this.port.scrollLeft) / this.side);
    const row = Math.floor((event.clientY - box.top - 1 + this.port.scrollTop) / this.side);
    const tile = row * this.bank.columns + column;
    if (column >= 0 && column < this.bank.columns && tile >= 0 && tile < this.bank.count && tile !== this.tile) {
      this.set(tile);
    }
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const steps = /** @type {Record<string, number>} */ ({
      ArrowLeft: -1, ArrowRight: 1, ArrowUp: -this.bank.columns, ArrowDown: this.bank.columns,
      Home: -this.tile, End: this.bank.count - 1 - this.tile,
    });
    if (event.key in steps) {
      event.preventDefault();
      const tile = this.tile + steps[event.key];
      if (tile >= 0 && tile < this.bank.count) {
        this.set(tile);
        this.see();
      }
    }
  }

  /** @param {string} text a tile number, in decimal or as 0x and hexadecimal digits */
  goTo(text) {
    const isNumber = /^\s*(0x[0-9a-f]+|[0-9]+)\s*$/i.test(text);
    const tile = isNumber ? Number(text) : -1;
    if (tile >= 0 && tile < this.bank.count) {
      this.set(tile);
      this.see();
    } else {
      this.status.textContent = `There is no tile "${text}": tiles are numbered 0 to ${this.bank.count - 1}.`;
    }
  }

  /** @param {number} tile */
  set(tile) {
    this.tile = tile;
    this.render();
    this.tell();
  }

  see() {
    const { side } = this;
    const x = (this.tile % this.bank.columns) * side;
    const y = Math.floor(this.tile / this.bank.columns) * side;
    if (x < this.port.scrollLeft || x + side > this.port.scrollLeft + this.width) {
      this.port.scrollLeft = x - (this.width - side) / 2;
    }
    if (y < this.port.scrollTop || y + side > this.port.scrollTop + this.height) {
      this.port.scrollTop = y - (this.height - side) / 2;
    }
    this.schedule();
  }

  tell() {
    const { bank, tile } = this;
    const parts = [
      `Tile ${tile} (0x${tile.toString(16).toUpperCase().padStart(2, '0')})`,
      `row ${Math.floor(tile / bank.columns)}, column ${tile % bank.columns}`,
      `palette ${bank.paletteOf(tile)}`,
    ];
    if (this.frames) {
      parts.push(`frame ${Math.floor(tile / this.frames.tiles)}, its tile ${tile % this.frames.tiles}`);
    }
    const { of, flip } = bank.repeats();
    if (of[tile] === -2) {
      parts.push('blank');
    } else if (of[tile] >= 0) {
      parts.push(flip[tile] === 0 ? `the same as tile ${of[tile]}` : `tile ${of[tile]} ${FLIPS[flip[tile]]}`);
    }
    this.status.textContent = parts.join(' · ');
    this.number.value = String(tile);
    const zoom = 64 / bank.size;
    const context = sharp(this.large, 64, 64);
    context.clearRect(0, 0, 64, 64);
    drawLarger(context, bank.picture(tile, 1, 1, 1, this.palette), 0, 0, zoom);
  }
}

/**
 * The frames that a tag shows, in its order.
 * @param {Frames} frames
 * @param {string} chosen the number of a tag, or nothing
 */
export function order(frames, chosen) {
  const tag = chosen === '' ? undefined : frames.tags?.[Number(chosen)];
  const from = Math.min(tag?.from ?? 0, frames.count - 1);
  const to = Math.min(tag?.to ?? frames.count - 1, frames.count - 1);
  const forward = [];
  for (let frame = from; frame <= to; frame++) {
    forward.push(frame);
  }
  const back = forward.toReversed();
  switch (tag?.direction) {
    case 'reverse':
      return back;
    case 'ping_pong':
      return [...forward, ...back.slice(1, -1)];
    case 'ping_pong_reverse':
      return [...back, ...forward.slice(1, -1)];
    default:
      return forward;
  }
}

export class Player {
  /**
   * @param {Bank} bank
   * @param {Frames} frames
   * @param {(text: string) => string} visible
   */
  constructor(bank, frames, visible) {
    this.bank = bank;
    this.frames = frames;
    this.shown = order(frames, '');
    this.at = 0;
    this.columns = Math.min(bank.columns, frames.tiles);
    this.rows = Math.max(1, Math.round(frames.tiles / this.columns));
    const side = Math.max(this.columns, this.rows) * bank.size;
    this.zoom = Math.max(1, Math.min(6, Math.floor(192 / side)));
    this.canvas = el('canvas', { class: 'pixels checker', role: 'img' });
    this.status = el('p', { class: 'status' });
    this.slider = el('input', {
      type: 'range', min: 0, max: this.shown.length - 1, value: 0, 'aria-label': 'Frame',
      input: () => {
        this.pause();
        this.show(Number(this.slider.value));
      },
    });
    this.button = el('button', { type: 'button', click: () => (this.timer === 0 ? this.play() : this.pause()) }, 'Play');
    const tags = frames.tags ?? [];
    /** @type {[string, string][]} */
    const options = [['', 'all frames'], ...tags.map((tag, index) =>
      /** @type {[string, string]} */ ([String(index), visible(tag.name) || '(without a name)']))];
    this.element = el('div', { class: 'player' }, this.canvas, el('div', { class: 'controls' },
      el('div', { class: 'tools' }, this.button,
        tags.length > 0 ? choice('Tag', options, '', (value) => {
          this.shown = order(frames, value);
          this.slider.max = String(this.shown.length - 1);
          this.show(0);
        }) : null),
      this.slider, this.status));
    this.show(0);
  }

  timer = 0;

  durationMs() {
    return this.frames.durations_ms?.[this.shown[this.at]] || 100;
  }

  /** @param {number} at */
  show(at) {
    this.at = at % this.shown.length;
    const frame = this.shown[this.at];
    const { bank, zoom } = this;
    const context = sharp(this.canvas, this.columns * bank.size * zoom, this.rows * bank.size * zoom);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    drawLarger(context, bank.picture(frame * this.frames.tiles, this.columns, this.rows, this.columns), 0, 0, zoom);
    this.slider.value = String(this.at);
    const told = this.frames.durations_ms?.[frame];
    const first = frame * this.frames.tiles;
    this.status.textContent = `Frame ${frame} of ${counted(this.frames.count, 'frame')} · from tile ${first} · ${
      told ? `${told} ms` : 'no duration in the file, shown 100 ms'}`;
    this.canvas.setAttribute('aria-label', `Frame ${frame}`);
  }

  play() {
    this.button.textContent = 'Pause';
    const next = () => {
      if (!this.element.isConnected) {
        this.timer = 0;
        return;
      }
      this.show(this.at + 1);
      this.timer = window.setTimeout(next, this.durationMs());
    };
    this.timer = window.setTimeout(next, this.durationMs());
  }

  pause() {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.button.textContent = 'Play';
  }
}
