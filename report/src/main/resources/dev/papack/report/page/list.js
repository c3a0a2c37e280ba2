// A list of any length: only the rows that are seen exist.
import { el } from './text.js';

/**
 * @template T
 * @typedef {{label: string, rowHeight: number, id: (item: T) => string, create: () => HTMLElement,
 *   fill: (row: HTMLElement, item: T) => void, choose: (item: T) => void, open: () => void}} ListParts
 */

/** @template T */
export class VirtualList {
  /** @param {ListParts<T>} parts */
  constructor(parts) {
    this.parts = parts;
    /** @type {T[]} */
    this.items = [];
    this.active = -1;
    this.chosen = '';
    this.spacer = el('div', { class: 'spacer', role: 'presentation' });
    this.element = el('div', {
      class: 'list', role: 'listbox', tabindex: '0', 'aria-label': parts.label,
      scroll: () => this.schedule(), keydown: (event) => this.press(/** @type {KeyboardEvent} */ (event)),
      focus: () => this.activate(Math.max(0, this.active), false),
      click: (event) => this.click(/** @type {MouseEvent} */ (event)),
    }, this.spacer);
    /** @type {HTMLElement[]} */
    this.rows = [];
    new ResizeObserver(() => this.render()).observe(this.element);
  }

  /** @param {T[]} items */
  show(items) {
    this.items = items;
    this.active = items.findIndex((item) => this.parts.id(item) === this.chosen);
    this.spacer.style.height = `${items.length * this.parts.rowHeight}px`;
    this.shown = null;
    this.render();
  }

  /**
   * Marks an item as the one that is shown beside the list.
   * @param {string} id
   */
  mark(id) {
    this.chosen = id;
    const index = this.items.findIndex((item) => this.parts.id(item) === id);
    if (index >= 0) {
      this.activate(index, true);
    }
    this.shown = null;
    this.render();
  }

  /** @type {number[] | null} the items that rows show */
  shown = null;
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

  render() {
    const { rowHeight } = this.parts;
    const needed = Math.min(this.items.length, Math.ceil(this.element.clientHeight / rowHeight) + 4);
    while (this.rows.length < needed) {
      const row = this.parts.create();
      row.classList.add('row');
      row.setAttribute('role', 'option');
      row.style.height = `${rowHeight}px`;
      this.spacer.append(row);
      this.rows.push(row);
      this.shown = null;
    }
    while (this.rows.length > needed) {
      this.rows.pop()?.remove();
      this.shown = null;
    }
    const first = Math.max(0, Math.min(this.items.length - needed, Math.floor(this.element.scrollTop / rowHeight) - 2));
    this.shown ??= [];
    for (let index = first; index < first + needed; index++) {
      // A row keeps its item while it is seen: the rows go round.
      const slot = index % needed;
      if (this.shown[slot] !== index) {
        this.shown[slot] = index;
        const row = this.rows[slot];
        const id = this.parts.id(this.items[index]);
        row.id = `row-${id}`;
        row.dataset.index = String(index);
        row.setAttribute('aria-posinset', String(index + 1));
        row.setAttribute('aria-setsize', String(this.items.length));
        row.setAttribute('aria-selected', String(id === this.chosen));
        row.style.transform = `translateY(${index * rowHeight}px)`;
        row.classList.toggle('active', index === this.active);
        this.parts.fill(row, this.items[index]);
      }
    }
    const isSeen = this.active >= first && this.active < first + needed;
    if (isSeen) {
      this.element.setAttribute('aria-activedescendant', `row-${this.parts.id(this.items[this.active])}`);
    } else {
      this.element.removeAttribute('aria-activedescendant');
    }
  }

  /**
   * @param {number} index
   * @param {boolean} isSeen scrolls to it
   */
  activate(index, isSeen) {
    if (index < 0 || index >= this.items.length) {
      return;
    }
    this.active = index;
    if (isSeen) {
      const { rowHeight } = this.parts;
      const top = index * rowHeight;
      const height = this.element.clientHeight;
      if (top < this.element.scrollTop) {
        this.element.scrollTop = top;
      } else if (height > 0 && top + rowHeight > this.element.scrollTop + height) {
        this.element.scrollTop = top + rowHeight - height;
      }
    }
    this.shown = null;
    this.render();
  }

  /** @param {number} index */
  choose(index) {
    const item = this.items[Math.max(0, Math.min(this.items.length - 1, index))];
    if (item !== undefined) {
      this.mark(this.parts.id(item));
      this.parts.choose(item);
    }
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.parts.rowHeight) - 1);
    const steps = /** @type {Record<string, number>} */ ({
      ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.items.length, End: this.items.length,
    });
    if (event.key in steps) {
      event.preventDefault();
      this.choose(this.active < 0 ? 0 : this.active + steps[event.key]);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.choose(this.active);
      this.parts.open();
    }
  }

  /** @param {MouseEvent} event */
  click(event) {
    const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('.row'));
    if (row) {
      this.choose(Number(row.dataset.index));
      this.parts.open();
    }
  }
}
