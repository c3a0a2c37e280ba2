// The bytes of a pack as a map of rectangles: folders hold what is in them.
import { bytes, el, share, sharp, themed } from './text.js';

/** @typedef {import('./model.js').Asset} Asset */
/** @typedef {{name: string, path: string, bytes: number, count: number, children: Map<string, Branch>, asset: Asset | null}} Branch */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/** @param {Asset[]} assets @returns {Branch} */
export function treeOf(assets) {
  /** @type {Branch} */
  const root = { name: '', path: '', bytes: 0, count: 0, children: new Map(), asset: null };
  for (const asset of assets) {
    const words = asset.asset_name.split('/');
    let branch = root;
    branch.bytes += asset.bytes;
    branch.count++;
    words.forEach((word, index) => {
      const isLast = index === words.length - 1;
      const key = isLast ? `${word}\n${asset.asset_id}` : word;
      let child = branch.children.get(key);
      if (!child) {
        child = {
          name: word, path: words.slice(0, index + 1).join('/'), bytes: 0, count: 0, children: new Map(),
          asset: isLast ? asset : null,
        };
        branch.children.set(key, child);
      }
      child.bytes += asset.bytes;
      child.count++;
      branch = child;
    });
  }
  return root;
}

/**
 * Divides a box into parts as square as can be.
 * @template {{bytes: number}} T
 * @param {T[]} parts from large to small
 * @param {Box} box
 * @param {(part: T, box: Box) => void} use
 */
export function squarify(parts, box, use) {
  let { x, y, width, height } = box;
  let left = parts.reduce((sum, part) => sum + part.bytes, 0);
  let start = 0;
  while (start < parts.length && width > 0 && height > 0) {
    const side = Math.min(width, height);
    const scale = (width * height) / left;
    let sum = 0;
    let worst = Infinity;
    let end = start;
    while (end < parts.length) {
      const next = sum + parts[end].bytes;
      const depth = (next * scale) / side;
      const longest = (parts[start].bytes * scale) / depth;
      const shortest = (parts[end].bytes * scale) / depth;
      const ratio = Math.max(longest / depth, depth / longest, shortest / depth, depth / shortest);
      if (ratio > worst) {
        break;
      }
      worst = ratio;
      sum = next;
      end++;
    }
    const depth = (sum * scale) / side;
    let along = 0;
    for (; start < end; start++) {
      const length = (parts[start].bytes * scale) / depth;
      use(parts[start], width >= height
        ? { x, y: y + along, width: depth, height: length } : { x: x + along, y, width: length, height: depth });
      along += length;
    }
    left -= sum;
    if (width >= height) {
      x += depth;
      width -= depth;
    } else {
      y += depth;
      height -= depth;
    }
  }
}

const LABEL_HEIGHT = 18;

export class Treemap {
  /**
   * @param {Asset[]} assets
   * @param {(asset: Asset) => void} open
   */
  constructor(assets, open) {
    this.open = open;
    this.root = treeOf(assets);
    /** A folder that holds everything tells nothing: the map begins where there is a choice. */
    this.first = this.root;
    while (this.first.children.size === 1 && !this.first.asset) {
      const only = /** @type {Branch} */ ([...this.first.children.values()][0]);
      if (only.asset) {
        break;
      }
      this.first = only;
    }
    /** @type {Branch[]} */
    this.way = [this.first];
    /** @type {{branch: Branch, box: Box}[]} */
    this.boxes = [];
    this.canvas = el('canvas', {
      class: 'treemap', role: 'img',
      pointermove: (event) => this.point(/** @type {PointerEvent} */ (event)),
      pointerleave: () => this.tell(null),
      click: (event) => this.click(/** @type {PointerEvent} */ (event)),
    });
    this.crumbs = el('div', { class: 'crumbs', role: 'group', 'aria-label': 'Folder that is shown' });
    this.status = el('p', { class: 'status' });
    this.element = el('div', { class: 'map' }, this.crumbs, this.canvas, this.status);
    new ResizeObserver(() => this.render()).observe(this.element);
    this.goTo(this.first);
  }

  get shown() {
    return this.way[this.way.length - 1];
  }

  /** @param {Branch} branch in what is shown, or above it */
  goTo(branch) {
    const known = this.way.indexOf(branch);
    if (known >= 0) {
      this.way.length = known + 1;
    } else {
      this.way.push(branch);
    }
    this.crumbs.replaceChildren(...this.way.flatMap((step, index) => {
      const isLast = index === this.way.length - 1;
      const words = index === 0 ? 'All assets' : step.name;
      return [index > 0 ? el('span', { 'aria-hidden': 'true' }, '/') : '', isLast ? el('strong', {}, words)
        : el('button', { type: 'button', class: 'link', click: () => this.goTo(step) }, words)];
    }));
    this.canvas.setAttribute('aria-label',
      `Map of ${bytes(this.shown.bytes)} in ${this.way.length > 1 ? this.shown.path : 'all assets'}; the tables below say the same`);
    this.tell(null);
    this.render();
  }

  render() {
    const width = Math.max(200, this.element.clientWidth);
    const height = width < 500 ? 320 : 400;
    this.context = sharp(this.canvas, width, height);
    this.context.clearRect(0, 0, width, height);
    this.boxes = [];
    const hues = [...this.shown.children.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
    this.hues = new Map(hues.map((branch, index) => [branch, (205 + (index * 137.5)) % 360]));
    this.divide(this.shown, { x: 0, y: 0, width, height }, null);
  }

  /**
   * @param {Branch} branch
   * @param {Box} box
   * @param {number | null} hue
   */
  divide(branch, box, hue) {
    const parts = [...branch.children.values()].sort((one, other) => other.bytes - one.bytes);
    squarify(parts, box, (part, place) => this.draw(part, place, hue ?? this.hues?.get(part) ?? 205));
  }

  /**
   * @param {Branch} branch
   * @param {Box} place
   * @param {number} hue
   */
  draw(branch, place, hue) {
    const context = /** @type {CanvasRenderingContext2D} */ (this.context);
    if (place.width < 0.7 || place.height < 0.7) {
      return;
    }
    this.boxes.push({ branch, box: place });
    const isSmallest = branch.asset !== null;
    const isDark = document.documentElement.dataset.theme === 'dark';
    const gap = place.width > 12 && place.height > 12 ? 1 : isSmallest ? 0.3 : 0;
    const inner = { x: place.x + gap, y: place.y + gap, width: place.width - 2 * gap, height: place.height - 2 * gap };
    const isSound = branch.asset?.sound !== undefined;
    const isFolder = branch.asset === null;
    context.fillStyle = isFolder ? `hsl(${hue} ${isDark ? '20% 23%' : '28% 88%'})`
      : `hsl(${hue} ${isDark ? (isSound ? '14% 33%' : '30% 38%') : isSound ? '18% 78%' : '46% 76%'})`;
    context.fillRect(inner.x, inner.y, inner.width, inner.height);
    const hasLabel = inner.width > 44 && inner.height > LABEL_HEIGHT + (isFolder ? 12 : 0);
    if (hasLabel) {
      context.save();
      context.beginPath();
      context.rect(inner.x, inner.y, inner.width, inner.height);
      context.clip();
      context.fillStyle = themed('--text');
      context.font = `${isFolder ? '600 ' : ''}12px system-ui, sans-serif`;
      context.textBaseline = 'middle';
      context.fillText(fitting(context, branch.name, inner.width - 10), inner.x + 5, inner.y + LABEL_HEIGHT / 2 + 1);
      context.restore();
    }
    if (isFolder) {
      // A frame around what is small would leave nothing of it.
      const frame = inner.width > 24 && inner.height > 24 ? 1 : 0;
      const top = hasLabel ? LABEL_HEIGHT : frame;
      this.divide(branch, { x: inner.x + frame, y: inner.y + top, width: inner.width - 2 * frame, height: inner.height - top - frame }, hue);
    }
  }

  /** @param {PointerEvent} event */
  find(event) {
    const bounds = this.canvas.getBoundingClientRect();
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    return this.boxes.findLast(({ box }) =>
      x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height)?.branch ?? null;
  }

  /** @param {PointerEvent} event */
  point(event) {
    const found = this.find(event);
    this.tell(found);
    this.canvas.style.cursor = found ? 'pointer' : '';
  }

  /** @param {PointerEvent} event */
  click(event) {
    const found = this.find(event);
    if (found?.asset) {
      this.open(found.asset);
    } else if (found) {
      this.goTo(found);
    }
  }

  /** @param {Branch | null} branch */
  tell(branch) {
    const shown = branch ?? this.shown;
    const what = shown === this.first ? 'All assets' : shown.asset ? `${shown.path} (id ${shown.asset.asset_id})` : `${shown.path}/`;
    this.status.textContent = `${what}: ${bytes(shown.bytes)}, ${share(shown.bytes, this.root.bytes)} of all assets`;
  }
}

/**
 * Cuts a text so that it fits.
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} width
 */
function fitting(context, text, width) {
  if (context.measureText(text).width <= width) {
    return text;
  }
  let length = Math.min(text.length, Math.floor(width / 4));
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > width) {
    length--;
  }
  return length > 1 ? `${text.slice(0, length)}…` : '';
}
