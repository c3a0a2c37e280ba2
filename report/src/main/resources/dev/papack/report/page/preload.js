// What is loaded when the game starts, slot by slot.
import { bytes, counted, el, empty, visible } from './text.js';
import { thumbnail } from './asset.js';

/** @typedef {import('./model.js').Pack} Pack */

const SLOTS = 256;
const PER_ROW = 8;

/** @param {Pack | undefined} pack */
export function preload(pack) {
  const page = el('section', { class: 'page' }, el('h2', { tabindex: '-1' }, 'Preload'));
  if (!pack || pack.preload.length === 0) {
    page.append(empty('No asset is preloaded.', 'An asset with a slot is loaded when the game starts. Its declaration names the slot.'));
    return page;
  }
  const byId = new Map(pack.assets.map((asset) => [asset.asset_id, asset]));
  for (const [type, title] of [['TILES', 'Tiles'], ['SOUNDS', 'Sounds']]) {
    const items = pack.preload.filter((item) => item.bank_type === type);
    page.append(el('h3', {}, `${title}: ${items.length} of ${SLOTS} slots`));
    if (items.length === 0) {
      page.append(el('p', { class: 'muted' }, 'No slot is used.'));
      continue;
    }
    const used = new Map(items.map((item) => [item.slot, byId.get(item.asset_id)]));
    const sum = items.reduce((all, item) => all + (byId.get(item.asset_id)?.bytes ?? 0), 0);
    const last = Math.max(...items.map((item) => item.slot));
    const end = Math.min(SLOTS, Math.ceil((last + 1) / PER_ROW) * PER_ROW);
    const board = el('ol', { class: 'board', 'aria-label': `${title} slots` });
    for (let slot = 0; slot < end; slot++) {
      const asset = used.get(slot);
      if (asset) {
        const canvas = el('canvas', { width: 96, height: 96, class: 'pixels checker', 'aria-hidden': 'true' });
        void thumbnail(asset, canvas, () => true);
        const shown = visible(asset.asset_name);
        board.append(el('li', { class: 'slot' }, el('a', { href: `#asset-${asset.asset_id}`, title: shown },
          el('span', { class: 'slotnumber' }, el('span', { class: 'sr' }, 'Slot '), String(slot)), canvas, el('bdi', { class: 'name' }, shown.slice(shown.lastIndexOf('/') + 1)))));
      } else {
        board.append(el('li', { class: 'slot free' }, el('span', { class: 'slotnumber' }, String(slot)), el('span', { class: 'sr' }, 'free')));
      }
    }
    page.append(el('p', { class: 'muted' }, `${bytes(sum)} in ${counted(items.length, 'slot')}${
      end < SLOTS ? `; slots ${end} to ${SLOTS - 1} are free` : ''}`), board);
  }
  return page;
}
