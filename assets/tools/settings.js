// What a citizen can choose with the accessibility tools (无障碍工具). Empty is what a page has by itself.

/** @typedef {{size: string, contrast: string, elder: string, pointer: string, guide: string, speed: string}} Settings */

/** The values of each, in their order; a key goes on to the next. Of sizes each is larger than the one before. */
export const VALUES = {
  size: ['0', '1', '2', '3', '4'],
  contrast: ['', 'white', 'black', 'yellow', 'blue'],
  elder: ['', 'on'],
  pointer: ['', 'on'],
  guide: ['', 'line', 'cross'],
  speed: ['', 'slow', 'fast', 'faster'],
};

/** The mode for elders (长辈模式) begins with a larger one. */
const usualSize = ({elder}) => (elder ? 2 : 0);

/** The place of the size that is shown. */
export const sizeOf = settings => (settings.size > 0 ? +settings.size : usualSize(settings));

/** The place of the smallest size that can be chosen: for elders, 22 px. */
export const smallest = ({elder}) => (elder ? 1 : 0);

/** With something changed. A size that the page has by itself is not kept. */
export function changed(settings, name, value) {
  return {...settings, [name]: name === 'size' && +value === usualSize(settings) ? '' : value};
}

/** With the text larger or smaller by one step, where there is one. */
export function resized(settings, by) {
  const size = Math.min(Math.max(sizeOf(settings) + by, smallest(settings)), VALUES.size.length - 1);
  return changed(settings, 'size', size + '');
}

/** With the next value of a setting, after the last the first. */
export function advanced(settings, name) {
  const values = VALUES[name];
  return changed(settings, name, values[(values.indexOf(settings[name]) + 1) % values.length]);
}

/** What is chosen after what a button or a key stands for; nothing where that changes no setting. */
export function after(settings, what) {
  if (what === 'reset') return parse('');
  if (what === 'larger' || what === 'smaller') return resized(settings, what === 'larger' ? 1 : -1);
  if (['elder', 'contrast', 'pointer', 'guide'].includes(what)) return advanced(settings, what);
}

/** Reads what format wrote, leaving out all that is unknown. @returns {Settings} */
export function parse(text) {
  let saved;
  try {
    saved = JSON.parse(text);
  } catch {}
  const settings = {};
  for (const name in VALUES) {
    const value = saved && saved[name];
    settings[name] = VALUES[name].includes(value) ? value : '';
  }
  return settings;
}

/** As it is saved: what was chosen and nothing else, or nothing. */
export function format(settings) {
  const chosen = Object.keys(VALUES).filter(name => settings[name]).map(name => [name, settings[name]]);
  return chosen[0] ? JSON.stringify(Object.fromEntries(chosen)) : '';
}
