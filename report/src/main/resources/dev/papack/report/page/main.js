// The page: its views, and the address of each.
import { count, el, empty, visible } from './text.js';
import { readReport } from './model.js';
import { overview } from './overview.js';
import { Assets } from './assets.js';
import { preload } from './preload.js';
import { findings } from './findings.js';
import { changes } from './change.js';

/** @typedef {import('./model.js').Report} Report */

const main = /** @type {HTMLElement} */ (document.getElementById('main'));
const nav = /** @type {HTMLElement} */ (document.getElementById('nav'));
const theme = /** @type {HTMLButtonElement} */ (document.getElementById('theme'));
const system = matchMedia('(prefers-color-scheme: dark)');

/** @param {string} value */
function setTheme(value) {
  document.documentElement.dataset.theme = value;
  theme.textContent = value === 'dark' ? 'Light' : 'Dark';
  theme.setAttribute('aria-label', value === 'dark' ? 'Use light colours' : 'Use dark colours');
}

setTheme(system.matches ? 'dark' : 'light');

/** @param {Report} report */
function start(report) {
  const { pack } = report;
  const subject = pack?.path ?? report.change?.after.path ?? '';
  const title = /** @type {HTMLElement} */ (document.getElementById('title'));
  title.replaceChildren('papack ', report.command, subject === '' ? '' : ' · ', el('bdi', { class: 'path' }, visible(subject)));
  document.title = `papack ${report.command} ${visible(subject)}`.trim();
  const assets = pack ? new Assets(pack) : null;
  /** @type {[string, string, number | null, () => HTMLElement][]} */
  const views = report.change
    ? [['changes', 'Changes', null, () => changes(report)]]
    : [['overview', 'Overview', null, () => overview(report)],
      ['assets', 'Assets', pack?.assets.length ?? null, () => assets?.element
        ?? el('section', { class: 'page' }, el('h2', { tabindex: '-1' }, 'Assets'), empty('There is no pack to show.'))],
      ['preload', 'Preload', pack?.preload.length ?? null, () => preload(pack)]];
  views.push(['findings', 'Findings', report.findings.length + report.unlisted, () => findings(report)]);
  /** @type {Map<string, HTMLElement>} */
  const links = new Map(views.map(([id, words, size]) => [id, el('a', { href: `#${id}` }, words,
    size === null ? null : el('span', { class: 'count' }, ` ${count(size)}`))]));
  nav.replaceChildren(...links.values());
  let shown = '';
  const goTo = () => {
    const hash = location.hash.slice(1);
    const isAsset = hash.startsWith('asset-');
    const id = isAsset ? 'assets' : hash;
    const view = views.find((one) => one[0] === id) ?? views[0];
    for (const [one, link] of links) {
      if (one === view[0]) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    }
    if (shown !== view[0]) {
      main.replaceChildren(view[3]());
      main.classList.toggle('whole', view[0] === 'assets' && assets !== null);
      window.scrollTo(0, 0);
    }
    if (view[0] === 'assets') {
      assets?.goTo(isAsset ? hash.slice('asset-'.length) : '');
    }
    if (shown !== '' && (shown !== view[0] || isAsset)) {
      /** @type {HTMLElement | null} */ (main.querySelector('h2'))?.focus({ preventScroll: true });
    }
    shown = view[0];
  };
  theme.addEventListener('click', () => {
    setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
    window.dispatchEvent(new Event('resize'));
    const again = shown;
    shown = '';
    if (again !== 'assets') {
      goTo();
    } else {
      shown = again;
      assets?.goTo(location.hash.startsWith('#asset-') ? location.hash.slice('#asset-'.length) : '');
    }
  });
  window.addEventListener('hashchange', goTo);
  goTo();
  document.documentElement.dataset.ready = 'true';
}

try {
  start(await readReport());
} catch (error) {
  main.replaceChildren(el('section', { class: 'page' }, empty('This browser cannot show the report.',
    'It needs a browser of 2023 or later: Chrome 110, Firefox 115, Safari 16.4.', String(error))));
  throw error;
}
