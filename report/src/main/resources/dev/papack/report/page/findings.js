// What the command found, with the part of the picture that it speaks of.
import { coloured, counted, count, el, empty, name, sharp, swatch, visible } from './text.js';
import { choice } from './tileview.js';
import { drawLarger } from './tiles.js';

/** @typedef {import('./model.js').Report} Report */
/** @typedef {import('./model.js').Finding} Finding */
/** @typedef {import('./model.js').Picture} Picture */
/** @typedef {import('./model.js').Place} Place */

const PER_STEP = 50;
const PICTURE_SIDE = 192;

/** @param {Place} place */
function placeText(place) {
  return name(`${place.file}${place.line === undefined ? '' : `:${place.line}:${place.column ?? 1}`}`, 'path');
}

/** @param {Picture} picture */
function pictureOf(picture) {
  const image = new ImageData(picture.width, picture.height);
  for (let at = 0; at < image.data.length; at++) {
    image.data[at] = Number.parseInt(picture.rgba.slice(2 * at, 2 * at + 2), 16);
  }
  const zoom = Math.max(1, Math.floor(PICTURE_SIDE / Math.max(picture.width, picture.height)));
  const { marked } = picture;
  const canvas = el('canvas', { class: 'pixels checker', role: 'img',
    'aria-label': `The picture from ${picture.x}, ${picture.y} on; marked: ${marked.width} by ${marked.height} pixels at ${marked.x}, ${marked.y}` });
  const context = sharp(canvas, picture.width * zoom, picture.height * zoom);
  drawLarger(context, image, 0, 0, zoom);
  const box = { x: (marked.x - picture.x) * zoom, y: (marked.y - picture.y) * zoom, width: marked.width * zoom, height: marked.height * zoom };
  context.lineWidth = 4;
  context.strokeStyle = '#ffffff';
  context.strokeRect(box.x, box.y, box.width, box.height);
  context.lineWidth = 2;
  context.strokeStyle = '#d0006f';
  context.strokeRect(box.x, box.y, box.width, box.height);
  return el('figure', {}, canvas, el('figcaption', { class: 'muted' }, `${marked.width}×${marked.height} pixels at ${marked.x}, ${marked.y}`));
}

/** @param {string} found */
function colorsIn(found) {
  const colors = [...new Set(found.match(/#[0-9a-fA-F]{6}\b/g) ?? [])];
  if (colors.length < 2) {
    return null;
  }
  const list = el('ul', { class: 'chips', 'aria-label': counted(colors.length, 'colour') });
  colors.slice(0, 64).forEach((color) => list.append(el('li', {}, swatch(color), color)));
  if (colors.length > 64) {
    list.append(el('li', {}, `and ${count(colors.length - 64)} more`));
  }
  return list;
}

/** @param {Finding} finding */
function cardOf(finding) {
  const words = el('div', { class: 'words' },
    el('h3', {}, el('span', { class: `badge ${finding.severity}` }, finding.severity), ' ', el('span', { class: 'code' }, finding.code), ' ',
      coloured(finding.message)),
    el('p', {}, placeText(finding.place)));
  const colors = finding.found === undefined ? null : colorsIn(finding.found);
  if (colors) {
    words.append(colors);
  }
  const facts = el('dl', { class: 'facts' });
  for (const [term, value] of [['Found', colors ? undefined : finding.found], ['Supported', finding.supported], ['Limit', finding.limit]]) {
    if (value !== undefined) {
      facts.append(el('div', {}, el('dt', {}, /** @type {string} */ (term)), el('dd', {}, coloured(value))));
    }
  }
  if (facts.childElementCount > 0) {
    words.append(facts);
  }
  if (finding.fixes.length > 0) {
    const fixes = el('ul', { class: 'fixes' });
    finding.fixes.forEach((fix) => fixes.append(el('li', {}, coloured(fix.title),
      fix.command === undefined ? null : el('pre', { tabindex: '0', 'aria-label': 'Command' }, el('code', {}, visible(fix.command))))));
    words.append(el('h4', {}, 'What to do'), fixes);
  }
  if (finding.related.length > 0) {
    const related = el('ul', { class: 'plain' });
    finding.related.forEach((one) => related.append(el('li', {}, placeText(one.place), ': ', coloured(one.message))));
    words.append(el('h4', {}, 'Also'), related);
  }
  return el('li', { class: `finding ${finding.severity}` }, finding.picture ? pictureOf(finding.picture) : null, words);
}

/** @param {Report} report */
export function findings(report) {
  const page = el('section', { class: 'page' }, el('h2', { tabindex: '-1' }, 'Findings'));
  if (report.findings.length === 0) {
    page.append(empty('Nothing was found.', `papack ${report.command} had nothing to report.`));
    return page;
  }
  let severity = 'all';
  const search = el('input', { type: 'search', placeholder: 'Code, file or text', 'aria-label': 'Search in findings', autocomplete: 'off',
    input: () => render() });
  const shown = el('p', { class: 'muted', role: 'status' });
  const list = el('ul', { class: 'findings' });
  const more = el('button', { type: 'button', click: () => step() }, 'Show more');
  /** @type {Finding[]} */
  let items = [];
  let end = 0;
  const step = () => {
    const next = Math.min(items.length, end + PER_STEP);
    list.append(...items.slice(end, next).map(cardOf));
    end = next;
    more.hidden = end === items.length;
  };
  const render = () => {
    const words = search.value.toLowerCase();
    items = report.findings.filter((one) => (severity === 'all' || one.severity === severity)
      && `${one.code} ${one.place.file} ${one.message} ${one.found ?? ''}`.toLowerCase().includes(words));
    end = 0;
    list.replaceChildren();
    shown.textContent = `${counted(items.length, 'finding')}${report.unlisted > 0 ? `; ${count(report.unlisted)} more are only counted` : ''}`;
    step();
  };
  page.append(el('div', { class: 'tools' }, search,
    choice('Show', [['all', 'all'], ['error', 'errors'], ['warning', 'warnings'], ['note', 'notes']], 'all', (value) => {
      severity = value;
      render();
    })), shown, list, more);
  render();
  return page;
}
