// Wave forms, and sounds that are played from the samples in the page.
import { bytes, count, duration, el, sharp, themed } from './text.js';
import { sliceOf } from './model.js';

/** @typedef {import('./model.js').Asset} Asset */
/** @typedef {import('./model.js').Sound} Sound */

const WAVE_HEIGHT = 120;

/** @param {number} peak 0 to 32768 */
export function decibels(peak) {
  return peak === 0 ? 'silent' : `${(20 * Math.log10(peak / 32768)).toFixed(1)} dBFS`;
}

/**
 * Draws the wave form.
 * @param {CanvasRenderingContext2D} context
 * @param {Sound} sound
 * @param {number} width
 * @param {number} height
 * @param {number} position in frames, -1 for none
 */
export function drawWave(context, sound, width, height, position) {
  const middle = height / 2;
  context.clearRect(0, 0, width, height);
  if (sound.loop_start !== undefined && sound.loop_end !== undefined) {
    context.fillStyle = themed('--loop');
    const from = (sound.loop_start / sound.frame_count) * width;
    context.fillRect(from, 0, ((sound.loop_end - sound.loop_start) / sound.frame_count) * width, height);
  }
  context.fillStyle = themed('--line');
  context.fillRect(0, middle - 0.5, width, 1);
  context.fillStyle = themed('--accent');
  const parts = sound.envelope.length / 2;
  const step = width / parts;
  for (let part = 0; part < parts; part++) {
    // Each part begins where the one before it ended, so that slow waves have no gaps.
    const least = Math.min(sound.envelope[2 * part], part > 0 ? sound.envelope[2 * part - 1] : 32767);
    const greatest = Math.max(sound.envelope[2 * part + 1], part > 0 ? sound.envelope[2 * part - 2] : -32768);
    const low = middle - (least / 32768) * (middle - 2);
    const high = middle - (greatest / 32768) * (middle - 2);
    context.fillRect(part * step, Math.min(high, low - 1), Math.max(1, step - (step > 3 ? 1 : 0)), Math.max(1, low - high));
  }
  if (position >= 0) {
    context.fillStyle = themed('--text');
    context.fillRect(Math.min(width - 2, (position / sound.frame_count) * width), 0, 2, height);
  }
}

/** @type {AudioContext | null} */
let audio = null;
/** @type {SoundView | null} */
let playing = null;

export class SoundView {
  /** @param {Asset & {sound: Sound}} asset */
  constructor(asset) {
    this.asset = asset;
    this.sound = asset.sound;
    const { sound } = this;
    const hasLoop = sound.loop_start !== undefined;
    this.isLooping = hasLoop;
    this.canvas = el('canvas', {
      class: 'wave', role: 'img',
      'aria-label': `Wave form: ${duration(sound.frame_count / sound.sample_rate)}, peak ${decibels(sound.peak)}`,
      click: (event) => {
        if (this.asset.place) {
          const box = this.canvas.getBoundingClientRect();
          const frame = ((/** @type {MouseEvent} */ (event).clientX - box.left) / box.width) * sound.frame_count;
          void this.play(Math.max(0, Math.floor(frame)));
        }
      },
    });
    this.button = el('button', { type: 'button', disabled: !asset.place, click: () => void this.toggle() }, 'Play');
    const box = el('input', { type: 'checkbox', checked: hasLoop, change: () => {
      this.isLooping = box.checked;
      if (this.source) {
        this.source.loop = box.checked;
      }
    } });
    this.status = el('p', { class: 'status' });
    this.element = el('div', { class: 'soundview' }, this.canvas, el('div', { class: 'tools' }, this.button,
      hasLoop && asset.place ? el('label', { class: 'control' }, box, ' Repeat the loop') : null,
      asset.place ? null : el('span', { class: 'muted' },
        `Its ${bytes(asset.bytes)} of samples are not in this page; extract the sound to hear it.`)), this.status);
    new ResizeObserver(() => this.render()).observe(this.element);
    this.render();
  }

  /** @type {AudioBufferSourceNode | null} */
  source = null;
  startedAt = 0;
  startFrame = 0;

  async toggle() {
    if (this.source) {
      this.stop();
    } else {
      await this.play(0);
    }
  }

  stop() {
    if (this.source) {
      this.source.onended = null;
      this.source.stop();
      this.source = null;
    }
    playing = playing === this ? null : playing;
    this.button.textContent = 'Play';
    this.render();
  }

  /** @param {number} frame */
  async play(frame) {
    playing?.stop();
    playing = this;
    const { sound } = this;
    audio ??= new AudioContext();
    await audio.resume();
    const slice = await sliceOf(this.asset);
    const samples = new DataView(slice.buffer, slice.byteOffset, slice.byteLength);
    const buffer = audio.createBuffer(sound.channels, sound.frame_count, sound.sample_rate);
    for (let channel = 0; channel < sound.channels; channel++) {
      const values = buffer.getChannelData(channel);
      for (let at = 0; at < values.length; at++) {
        values[at] = samples.getInt16((at * sound.channels + channel) * 2, true) / 32768;
      }
    }
    if (playing !== this) {
      return;
    }
    const source = audio.createBufferSource();
    source.buffer = buffer;
    if (sound.loop_start !== undefined && sound.loop_end !== undefined) {
      source.loopStart = sound.loop_start / sound.sample_rate;
      source.loopEnd = sound.loop_end / sound.sample_rate;
      source.loop = this.isLooping;
    }
    source.connect(audio.destination);
    source.onended = () => this.stop();
    this.source = source;
    this.startedAt = audio.currentTime;
    this.startFrame = frame;
    source.start(0, frame / sound.sample_rate);
    this.button.textContent = 'Stop';
    this.follow();
  }

  follow() {
    if (this.source) {
      if (!this.element.isConnected) {
        this.stop();
        return;
      }
      this.render();
      requestAnimationFrame(() => this.follow());
    }
  }

  position() {
    if (!this.source || !audio) {
      return -1;
    }
    const { sound } = this;
    let frame = this.startFrame + (audio.currentTime - this.startedAt) * sound.sample_rate;
    if (this.source.loop && sound.loop_start !== undefined && sound.loop_end !== undefined && frame > sound.loop_end) {
      frame = sound.loop_start + ((frame - sound.loop_start) % (sound.loop_end - sound.loop_start));
    }
    return Math.min(frame, sound.frame_count);
  }

  render() {
    const width = Math.max(100, this.element.clientWidth || 600);
    const position = this.position();
    drawWave(sharp(this.canvas, width, WAVE_HEIGHT), this.sound, width, WAVE_HEIGHT, position);
    const { sound } = this;
    this.status.textContent = position >= 0 ? `Frame ${count(Math.floor(position))} of ${count(sound.frame_count)}`
      : sound.loop_start === undefined ? `${count(sound.frame_count)} frames, no loop`
        : `${count(sound.frame_count)} frames; the loop is from frame ${count(sound.loop_start)} to ${
          count(/** @type {number} */ (sound.loop_end))} (shaded)`;
  }
}
