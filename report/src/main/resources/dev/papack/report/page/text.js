// Text and elements. Whatever comes from a pack or a workspace becomes text and never markup.

/** @typedef {Node | string | null} Child */

/**
 * Makes an element. Text of others goes in as a child, which is a text node.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | EventListener>} [attributes] functions are listeners
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * Shows what would not be seen, or would turn the text around it.
 * @param {string} text
 */
export function visible(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (found) =>
    `\\u{${/** @type {number} */ (found.codePointAt(0)).toString(16).toUpperCase()}}`);
}

/**
 * A name of others: isolated, so that its direction stays its own.
 * @param {string} text
 * @param {string} [className]
 */
export function name(text, className = 'name') {
  const shown = visible(text);
  return el('bdi', { class: className, title: shown }, shown);
}

/**
 * The name of an asset: its last part is always seen, its folders as far as there is room.
 * @param {string} text
 */
export function assetName(text) {
  const shown = visible(text);
  const end = shown.lastIndexOf('/') + 1;
  return el('bdi', { class: 'assetname', title: shown },
    end > 0 ? el('span', { class: 'folders' }, shown.slice(0, end)) : null, el('span', { class: 'last' }, shown.slice(end)));
}

/**
 * A text of others, with a patch of colour before each colour in it.
 * @param {string} text
 */
export function coloured(text) {
  const whole = el('bdi', {});
  const shown = visible(text);
  let from = 0;
  for (const found of shown.matchAll(/#[0-9a-fA-F]{6}\b/g)) {
    whole.append(shown.slice(from, found.index), el('span', { class: 'hue' }, swatch(found[0], 'small'), found[0]));
    from = found.index + found[0].length;
  }
  whole.append(shown.slice(from));
  return whole;
}

/**
 * @param {string} color such as #ff0000
 * @param {string} [size]
 */
export function swatch(color, size = '') {
  const patch = el('span', { class: `swatch ${size}`, 'aria-hidden': 'true' });
  patch.style.backgroundColor = color;
  return patch;
}

/** @param {number} value */
export function count(value) {
  return value.toLocaleString('en-US');
}

/**
 * @param {number} value
 * @param {string} word
 * @param {string} [plural]
 */
export function counted(value, word, plural = `${word}s`) {
  return `${count(value)} ${value === 1 ? word : plural}`;
}

/** @param {number} value */
export function bytes(value) {
  for (const [unit, size] of /** @type {[string, number][]} */ ([['GiB', 2 ** 30], ['MiB', 2 ** 20], ['KiB', 2 ** 10]])) {
    if (value >= size) {
      return `${(value / size).toFixed(value >= 100 * size ? 0 : 1)} ${unit}`;
    }
  }
  return counted(value, 'byte');
}

/**
 * @param {number} part
 * @param {number} whole
 */
export function share(part, whole) {
  if (whole === 0 || part === 0) {
    return '0 %';
  }
  const percent = (100 * part) / whole;
  return percent < 0.1 ? 'under 0.1 %' : `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}

/** @param {number} seconds */
export function duration(seconds) {
  if (seconds < 1) {
    return `${Math.round(seconds * 1000)} ms`;
  }
  const minutes = Math.floor(seconds / 60);
  const rest = seconds - 60 * minutes;
  return minutes > 0 ? `${minutes}:${String(Math.floor(rest)).padStart(2, '0')} min` : `${rest.toFixed(2)} s`;
}

/**
 * A table with a caption.
 * @param {string} caption
 * @param {string[]} heads those that begin with > have numbers
 * @param {Child[][]} rows
 */
export function table(caption, heads, rows) {
  const body = el('tbody', {});
  for (const row of rows) {
    const line = el('tr', {});
    row.forEach((cell, index) => {
      line.append(el('td', heads[index].startsWith('>') ? { class: 'number' } : {}, cell));
    });
    body.append(line);
  }
  const head = el('tr', {});
  for (const text of heads) {
    head.append(el('th', { scope: 'col', class: text.startsWith('>') ? 'number' : '' }, text.replace('>', '')));
  }
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', {}, el('caption', {}, caption), el('thead', {}, head), body));
}

/**
 * What a part of the page says if it has nothing to show.
 * @param {string} title
 * @param {...Child} more
 */
export function empty(title, ...more) {
  return el('div', { class: 'empty' }, el('p', { class: 'strong' }, title), ...more.map((one) => el('p', {}, one)));
}

/**
 * A canvas that is as sharp as the screen.
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 */
export function sharp(canvas, width, height) {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

/**
 * A colour of the style sheet.
 * @param {string} variable
 */
export function themed(variable) {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}
