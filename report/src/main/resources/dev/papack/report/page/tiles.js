// Tiles as the console shows them: a slice holds pixels of 4 bits, then palettes, then the palette of each tile.

/** @typedef {import('./model.js').Tiles} Tiles */

const COLORS = 16;

/** Turns of a tile, in the order in which repeats are looked for. */
export const FLIPS = ['as it is', 'flipped horizontally', 'flipped vertically', 'flipped both ways'];

export class Bank {
  /**
   * @param {Uint8Array} slice
   * @param {Tiles} tiles
   */
  constructor(slice, tiles) {
    this.slice = slice;
    this.size = tiles.tile_size;
    this.count = tiles.tile_count;
    this.columns = tiles.columns;
    const paletteCount = tiles.palettes.length;
    this.tileBytes = (this.size * this.size) / 2;
    const palettes = this.count * this.tileBytes;
    this.tilePalettes = palettes + paletteCount * COLORS * 2;
    /** As a canvas has pixels: red in the low byte. Index 0 is transparent. */
    this.colors = new Uint32Array(paletteCount * COLORS);
    for (let color = 0; color < this.colors.length; color++) {
      const bits = slice[palettes + color * 2] | (slice[palettes + color * 2 + 1] << 8);
      const red = Math.floor(((bits >>> 11) * 255 + 15) / 31);
      const green = Math.floor((((bits >>> 5) & 63) * 255 + 31) / 63);
      const blue = Math.floor(((bits & 31) * 255 + 15) / 31);
      this.colors[color] = color % COLORS === 0 ? 0 : ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    }
  }

  get rows() {
    return Math.ceil(this.count / this.columns);
  }

  /** @param {number} tile */
  paletteOf(tile) {
    return this.slice[this.tilePalettes + tile];
  }

  /**
   * @param {number} tile
   * @param {number} x
   * @param {number} y
   */
  index(tile, x, y) {
    const value = this.slice[tile * this.tileBytes + ((y * this.size + x) >> 1)];
    return x & 1 ? value >>> 4 : value & 15;
  }

  /**
   * Draws a tile into pixels.
   * @param {number} tile
   * @param {Uint32Array} into
   * @param {number} offset of its first pixel
   * @param {number} stride pixels of a row
   * @param {number} palette -1 for its own
   */
  draw(tile, into, offset, stride, palette = -1) {
    const colors = (palette < 0 ? this.paletteOf(tile) : palette) * COLORS;
    let at = tile * this.tileBytes;
    for (let y = 0; y < this.size; y++) {
      let to = offset + y * stride;
      for (let x = 0; x < this.size; x += 2) {
        const pair = this.slice[at++];
        into[to++] = this.colors[colors + (pair & 15)];
        into[to++] = this.colors[colors + (pair >>> 4)];
      }
    }
  }

  /**
   * A part of the bank as a picture.
   * @param {number} first tile
   * @param {number} columns
   * @param {number} rows
   * @param {number} perRow tiles from one row to the next
   * @param {number} palette -1 for their own
   */
  picture(first, columns, rows, perRow, palette = -1) {
    const width = columns * this.size;
    const image = new ImageData(width, rows * this.size);
    const pixels = new Uint32Array(image.data.buffer);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const tile = first + row * perRow + column;
        if (tile < this.count) {
          this.draw(tile, pixels, row * this.size * width + column * this.size, width, palette);
        }
      }
    }
    return image;
  }

  /**
   * Which tiles are blank, and which show what an earlier one shows.
   * @returns {{of: Int32Array, flip: Uint8Array}} for each tile: -1 for its own picture, -2 for none, else the number
   *   of the earlier one and how it is turned
   */
  repeats() {
    if (this.known) {
      return this.known;
    }
    const { size } = this;
    const of = new Int32Array(this.count).fill(-1);
    const flip = new Uint8Array(this.count);
    /** @type {Map<string, number>} */
    const firsts = new Map();
    const shown = new Uint32Array(size * size);
    const turned = new Uint16Array(shown.length * 2);
    for (let tile = 0; tile < this.count; tile++) {
      this.draw(tile, shown, 0, size);
      if (shown.every((pixel) => pixel === 0)) {
        of[tile] = -2;
        continue;
      }
      let own = '';
      for (let turn = 0; turn < FLIPS.length; turn++) {
        for (let y = 0; y < size; y++) {
          for (let x = 0; x < size; x++) {
            const pixel = shown[(turn & 2 ? size - 1 - y : y) * size + (turn & 1 ? size - 1 - x : x)];
            turned[(y * size + x) * 2] = pixel & 0xffff;
            turned[(y * size + x) * 2 + 1] = pixel >>> 16;
          }
        }
        const key = String.fromCharCode(...turned);
        own = turn === 0 ? key : own;
        const first = firsts.get(key);
        if (first !== undefined) {
          of[tile] = first;
          flip[tile] = turn;
          break;
        }
      }
      if (of[tile] === -1) {
        firsts.set(own, tile);
      }
    }
    this.known = { of, flip };
    return this.known;
  }

  /** @type {{of: Int32Array, flip: Uint8Array} | null} */
  known = null;
}

/** Where pixels are put before they are drawn larger: one for all, as large as the largest so far. */
const plain = new OffscreenCanvas(256, 256);

/**
 * Draws pixels larger, each as a square; or smaller, and then smoothed.
 * @param {CanvasRenderingContext2D} context
 * @param {ImageData} image
 * @param {number} x
 * @param {number} y
 * @param {number} zoom
 */
export function drawLarger(context, image, x, y, zoom) {
  const { width, height } = image;
  if (plain.width < width || plain.height < height) {
    plain.width = Math.max(plain.width, width);
    plain.height = Math.max(plain.height, height);
  }
  /** @type {OffscreenCanvasRenderingContext2D} */ (plain.getContext('2d')).putImageData(image, 0, 0);
  context.imageSmoothingEnabled = zoom < 1;
  context.drawImage(plain, 0, 0, width, height, x, y, width * zoom, height * zoom);
}
