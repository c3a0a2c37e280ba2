// What a report holds: its data, and the slices of its banks, which are inflated when they are shown.

/**
 * @typedef {{colors: string[], tile_count: number, pixel_counts: number[]}} Palette
 * @typedef {{columns: number, tile_size: number, tile_count: number, blank: number, repeated: number,
 *   flipped: number, tile_bytes: number, palettes: Palette[]}} Tiles
 * @typedef {{channels: number, frame_count: number, sample_rate: number, peak: number, envelope: number[],
 *   loop_start?: number, loop_end?: number}} Sound
 * @typedef {{name: string, from: number, to: number, direction: string}} Tag
 * @typedef {{count: number, tiles: number, durations_ms?: number[], tags?: Tag[]}} Frames
 * @typedef {{asset_id: number, asset_name: string, bytes: number, sha256: string, root?: string,
 *   sources?: string[], frames?: Frames, tiles?: Tiles, sound?: Sound, place?: [number, number]}} Asset
 * @typedef {{bank_type: string, slot: number, asset_id: number}} PreloadItem
 * @typedef {{path: string, pack_id: string, state: string, envelope_version: number,
 *   bytes: Record<string, number>, preload: PreloadItem[], assets: Asset[]}} Pack
 * @typedef {{file: string, line?: number, column?: number}} Place
 * @typedef {{x: number, y: number, width: number, height: number,
 *   marked: {x: number, y: number, width: number, height: number}, rgba: string}} Picture
 * @typedef {{code: string, severity: string, message: string, place: Place, found?: string, supported?: string,
 *   limit?: string, fixes: {title: string, command?: string}[], related: {place: Place, message: string}[],
 *   picture?: Picture}} Finding
 * @typedef {{different: number, compared: number}} Share
 * @typedef {{asset_id: number, asset_name: string, kind: string, bytes_before: number, bytes_after: number,
 *   tiles?: Share, palettes?: Share, frames?: Share}} Content
 * @typedef {{path: string, pack_id: string, asset_count: number, tiles_bytes: number, sounds_bytes: number,
 *   file_bytes: number, assets: Asset[]}} Side
 * @typedef {{asset_id: number, asset_name: string, bank_type: string, bytes: number}} Listed
 * @typedef {{verdict: string, reasons: {rule: string, asset_id: number, asset_name: string, message: string}[],
 *   before: Side, after: Side, removed: Listed[], added: Listed[],
 *   renamed: {asset_id: number, from: string, to: string}[],
 *   slots: {asset_id: number, asset_name: string, from?: number, to?: number}[], contents: Content[]}} Change
 * @typedef {{papack: string, command: string, exit_status: number, ending: string, findings: Finding[],
 *   unlisted: number, pack?: Pack, change?: Change}} Report
 */

/** So many inflated chunks are kept. */
const KEPT_CHUNKS = 256;

/** @type {Map<number, Promise<Uint8Array>>} */
const chunks = new Map();

/** @param {string} id of a block of data in the page */
export async function inflate(id) {
  const text = atob(/** @type {HTMLElement} */ (document.getElementById(id)).textContent ?? '');
  const packed = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    packed[at] = text.charCodeAt(at);
  }
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @returns {Promise<Report>} */
export async function readReport() {
  return JSON.parse(new TextDecoder().decode(await inflate('model')));
}

/**
 * The slice of an asset.
 * @param {Asset} asset one with a place
 */
export async function sliceOf(asset) {
  const [number, offset] = /** @type {[number, number]} */ (asset.place);
  let chunk = chunks.get(number);
  chunks.delete(number);
  chunk ??= inflate(`chunk-${number}`);
  chunks.set(number, chunk);
  if (chunks.size > KEPT_CHUNKS) {
    chunks.delete(/** @type {number} */ (chunks.keys().next().value));
  }
  return (await chunk).subarray(offset, offset + asset.bytes);
}

/** @param {Asset} asset */
export function wasted(asset) {
  return asset.tiles ? (asset.tiles.repeated + asset.tiles.flipped + asset.tiles.blank) * asset.tiles.tile_bytes : 0;
}

/**
 * The console's colour nearest to one of 24 bits, as palettes show it.
 * @param {string} color such as #ff0000
 */
export function asShown(color) {
  const rgb = Number.parseInt(color.slice(1), 16);
  /** @param {number} part @param {number} most */
  const part = (part, most) => {
    const near = Math.floor((part * most + 127) / 255);
    return Math.floor((near * 255 + (most >> 1)) / most);
  };
  const shown = (part(rgb >> 16, 31) << 16) | (part((rgb >> 8) & 255, 63) << 8) | part(rgb & 255, 31);
  return `#${shown.toString(16).padStart(6, '0')}`;
}

/**
 * Whether an asset is what somebody looks for: a part of its name, its id, its slot, or one of its colours.
 * @param {Asset} asset
 * @param {string} words
 * @param {Map<number, number>} slots
 */
export function isFound(asset, words, slots) {
  return words.toLowerCase().split(/\s+/).filter((word) => word !== '').every((word) => {
    if (/^#[0-9a-f]{6}$/.test(word)) {
      const color = asShown(word);
      return (asset.tiles?.palettes ?? []).some((palette) =>
        palette.colors.some((one, entry) => entry > 0 && one === color && palette.pixel_counts[entry] > 0));
    }
    if (asset.asset_name.includes(word) || (asset.sources ?? []).some((one) => one.toLowerCase().includes(word))) {
      return true;
    }
    const number = /^(0x[0-9a-f]+|[0-9]+)$/.test(word) ? Number(word) : -1;
    return number >= 0 && (asset.asset_id === number || slots.get(asset.asset_id) === number);
  });
}
