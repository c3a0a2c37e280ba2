// What is in the pack, and where its bytes go.
import { assetName, bytes, count, counted, el, empty, share, table } from './text.js';
import { wasted } from './model.js';
import { Treemap } from './treemap.js';

/** @typedef {import('./model.js').Report} Report */
/** @typedef {import('./model.js').Pack} Pack */
/** @typedef {import('./model.js').Asset} Asset */

const MAX_ROWS = 10;

/** @param {Asset} asset */
export function assetLink(asset) {
  const link = el('a', { href: `#asset-${asset.asset_id}` });
  link.append(assetName(asset.asset_name));
  return link;
}

/**
 * @param {string} title
 * @param {string} value
 * @param {string} more
 */
export function card(title, value, more) {
  return el('div', { class: 'card' }, el('dt', {}, title), el('dd', { class: 'value' }, value), el('dd', { class: 'muted' }, more));
}

/** @param {Report} report */
export function verdictOf(report) {
  const errors = report.findings.filter((one) => one.severity === 'error').length;
  const warnings = report.findings.filter((one) => one.severity === 'warning').length;
  const words = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
    .filter((one) => one !== '').join(', ');
  return el('p', { class: `verdict ${errors > 0 ? 'bad' : warnings > 0 ? 'warn' : 'good'}` },
    el('strong', {}, `papack ${report.command}`), `: ${report.ending}`,
    report.exit_status === 0 ? '' : ` (exit status ${report.exit_status})`, words === '' ? '' : ` · ${words}`);
}

/** @param {Report} report */
export function overview(report) {
  const { pack } = report;
  if (!pack) {
    return el('section', { class: 'page' }, el('h2', { tabindex: '-1' }, 'Overview'), verdictOf(report),
      empty('There is no pack to show.', 'A pack appears here once a build has succeeded. Findings say what stands in its way.'));
  }
  const last = pack.state === 'last_build'
    ? el('p', { class: 'note' }, 'This command wrote no pack: what you see is the pack of the last build.') : null;
  const page = el('section', { class: 'page' }, el('h2', { tabindex: '-1' }, 'Overview'), verdictOf(report), last, cards(pack));
  if (pack.assets.length === 0) {
    page.append(empty('The pack has no assets yet.', 'Put pictures and sounds into assets/, add them, and build again.'));
    return page;
  }
  const map = new Treemap(pack.assets, (asset) => {
    location.hash = `asset-${asset.asset_id}`;
  });
  page.append(
    el('h3', {}, 'Where the bytes go'), map.element,
    el('div', { class: 'columns' }, parts(pack), folders(map), largest(pack.assets), repeats(pack.assets), twins(pack.assets)));
  return page;
}

/** @param {Pack} pack */
function cards(pack) {
  const tiles = pack.assets.filter((asset) => asset.tiles);
  const sounds = pack.assets.filter((asset) => asset.sound);
  const tileCount = tiles.reduce((sum, asset) => sum + (asset.tiles?.tile_count ?? 0), 0);
  const palettes = tiles.reduce((sum, asset) => sum + (asset.tiles?.palettes.length ?? 0), 0);
  const seconds = sounds.reduce((sum, asset) => sum + (asset.sound ? asset.sound.frame_count / asset.sound.sample_rate : 0), 0);
  const waste = tiles.reduce((sum, asset) => sum + wasted(asset), 0);
  return el('dl', { class: 'cards' },
    card('Pack', bytes(pack.bytes.file), `${count(pack.bytes.file)} bytes`),
    card('Assets', count(pack.assets.length), `${count(tiles.length)} of tiles, ${counted(sounds.length, 'sound')}`),
    card('Tiles', count(tileCount), `${counted(palettes, 'palette')}, ${bytes(pack.bytes.tiles)}`),
    card('Sound', seconds === 0 ? 'none' : `${seconds < 60 ? seconds.toFixed(1) : Math.round(seconds)} s`, bytes(pack.bytes.sounds)),
    card('Repeated tiles', bytes(waste), `${share(waste, pack.bytes.file)} of the pack`),
    card('Preload', counted(pack.preload.length, 'slot'), 'loaded at the start'));
}

/** @param {Pack} pack */
function parts(pack) {
  const { file } = pack.bytes;
  /** @type {[string, number][]} */
  const rows = [['Tiles', pack.bytes.tiles], ['Sounds', pack.bytes.sounds], ['Header', pack.bytes.prelude + pack.bytes.header],
    ['Padding', pack.bytes.padding], ['File', file]];
  return table('Parts of the file', ['Part', '>Size', '>Share'],
    rows.map(([part, size]) => [part, bytes(size), share(size, file)]));
}

/** @param {Treemap} map */
function folders(map) {
  const all = [...map.first.children.values()].filter((branch) => branch.asset === null)
    .sort((one, other) => other.bytes - one.bytes).slice(0, MAX_ROWS);
  return all.length === 0 ? null : table('Folders', ['Folder', '>Assets', '>Size', '>Share'], all.map((branch) => [
    el('button', { type: 'button', class: 'link', click: () => {
      map.goTo(map.first);
      map.goTo(branch);
      map.element.scrollIntoView({ block: 'nearest' });
    } }, assetName(branch.path)), count(branch.count), bytes(branch.bytes), share(branch.bytes, map.root.bytes)]));
}

/** @param {Asset[]} assets */
function largest(assets) {
  const sum = assets.reduce((all, asset) => all + asset.bytes, 0);
  return table('Largest assets', ['Asset', '>Size', '>Share'],
    assets.toSorted((one, other) => other.bytes - one.bytes).slice(0, MAX_ROWS)
      .map((asset) => [assetLink(asset), bytes(asset.bytes), share(asset.bytes, sum)]));
}

/** @param {Asset[]} assets */
function repeats(assets) {
  const costly = assets.filter((asset) => wasted(asset) > 0)
    .sort((one, other) => wasted(other) - wasted(one)).slice(0, MAX_ROWS);
  return costly.length === 0 ? null : table('Most blank and repeated tiles',
    ['Asset', '>Blank', '>Same', '>Flipped', '>Cost'], costly.map((asset) => [assetLink(asset),
      count(asset.tiles?.blank ?? 0), count(asset.tiles?.repeated ?? 0), count(asset.tiles?.flipped ?? 0), bytes(wasted(asset))]));
}

/** @param {Asset[]} assets */
function twins(assets) {
  /** @type {Map<string, Asset[]>} */
  const same = new Map();
  for (const asset of assets) {
    const known = same.get(asset.sha256);
    if (known) {
      known.push(asset);
    } else {
      same.set(asset.sha256, [asset]);
    }
  }
  const groups = [...same.values()].filter((group) => group.length > 1)
    .sort((one, other) => other[0].bytes * (other.length - 1) - one[0].bytes * (one.length - 1)).slice(0, MAX_ROWS);
  return groups.length === 0 ? null : table('Assets with the same bytes', ['Assets', '>Cost'], groups.map((group) => {
    const links = el('span', { class: 'stack' });
    group.slice(0, 4).forEach((asset) => links.append(assetLink(asset)));
    if (group.length > 4) {
      links.append(`and ${group.length - 4} more`);
    }
    return [links, bytes(group[0].bytes * (group.length - 1))];
  }));
}
