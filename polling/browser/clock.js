// Time as the server counts it, and what a clock shows. Pure: the browser's time comes in from outside (milliseconds).

/** @typedef {import('./wire').ClockView} ClockView */
/** @typedef {{ roundTrip: number, offset: number }} Sample */
/** @typedef {Sample[]} Samples */

const SAMPLES_KEPT = 8;
// How far two true samples may lie apart, besides what their round trips leave open: clocks drift.
const DRIFT_MS = 50;
const JUMP_MS = 500;

/**
 * Time that never runs back: it goes on while the phone sleeps, and does not follow when its clock is set back.
 * @param {() => number} wall such as Date.now, which may be set
 * @param {() => number} running such as performance.now, which on many phones stands still while they sleep
 * @param {() => void} jumped is called when the two came apart: the phone slept, or its clock was set
 */
export function steadyTime(wall, running, jumped) {
  let apart = wall() - running();
  let slept = 0;
  return () => {
    const time = running();
    const extra = wall() - time - apart;
    apart += extra;
    if (Math.abs(extra) > JUMP_MS) {
      slept += Math.max(0, extra);
      jumped();
    }
    return time + slept;
  };
}

/**
 * The samples with one more: a question to the server sent at `sent`, answered at `received`, with its `room` time.
 * Earlier ones that cannot be true beside it are dropped: a clock was set, or the server was away.
 * @param {Samples} samples
 * @param {number} sent
 * @param {number} received
 * @param {number} room
 * @returns {Samples}
 */
export function withSample(samples, sent, received, room) {
  const sample = { roundTrip: received - sent, offset: room - (sent + received) / 2 };
  const agreeing = samples.filter(
    (each) => Math.abs(each.offset - sample.offset) <= (each.roundTrip + sample.roundTrip) / 2 + DRIFT_MS,
  );
  return [...agreeing, sample].slice(-SAMPLES_KEPT);
}

/**
 * What to add to the browser's time to get room time: the sample with the smallest round trip knows best.
 * @param {Samples} samples
 */
export function offsetOf(samples) {
  return samples.reduce((best, each) => (each.roundTrip < best.roundTrip ? each : best), {
    roundTrip: Infinity,
    offset: 0,
  }).offset;
}

/**
 * What is left in milliseconds, negative in overrun; what has passed, when it counts up.
 * @param {ClockView} clock
 * @param {number} room
 */
export function shownMs(clock, room) {
  if (clock.ends_at === null) return clock.left_ms;
  return clock.up ? room - clock.ends_at : clock.ends_at - room;
}

/**
 * A countdown as people read it: "0:19" in its nineteenth second, "+0:42" in overrun.
 * @param {ClockView} clock
 * @param {number} ms as shownMs gives it
 */
export function clockText(clock, ms) {
  const isOver = !clock.up && ms <= -1000;
  const seconds = clock.up ? Math.floor(ms / 1000) : isOver ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000);
  const whole = Math.max(0, seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, '0');
  const text = hours ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
  return isOver ? `+${text}` : text;
}

/**
 * The part of a countdown that is left, 0 to 1; a clock that counts up has none and gives 1.
 * @param {ClockView} clock
 * @param {number} ms
 */
export function shareLeft(clock, ms) {
  if (clock.up || clock.total_ms <= 0) return 1;
  return Math.min(1, Math.max(0, ms / clock.total_ms));
}

/**
 * Which of the moments that are said aloud (30, 10 and 5 seconds left) was passed last; 0 before the first and after
 * the end.
 * @param {ClockView} clock
 * @param {number} ms
 */
export function momentOf(clock, ms) {
  if (clock.up || ms <= 0) return 0;
  return [5, 10, 30].find((seconds) => ms <= seconds * 1000 && clock.total_ms > seconds * 1000) || 0;
}
