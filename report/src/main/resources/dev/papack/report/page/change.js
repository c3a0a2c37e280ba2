// How two packs differ.
import { el, empty } from './text.js';

/** @typedef {import('./model.js').Report} Report */

/** @param {Report} report */
export function change(report) {
  return el('section', { class: 'page' }, el('h2', { tabindex: '-1' }, 'Changes'), empty(`${report.change?.verdict}`));
}
