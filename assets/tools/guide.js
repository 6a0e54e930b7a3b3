// The reading line (阅读线) and the cross: they follow the pointer, the finger and the focus.
const lines = ['x', 'y'].map(name => {
  const line = document.createElement('div');
  line.className = 'guide guide-' + name;
  line.setAttribute('aria-hidden', 'true');
  return line;
});
let waiting;

function move(x, y) {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    lines[0].style.transform = 'translateY(' + Math.round(y) + 'px)';
    lines[1].style.transform = 'translateX(' + Math.round(x) + 'px)';
  });
}

/** Shows the lines; site.css hides those that are not chosen. */
export function follow() {
  if (lines[0].isConnected) return;
  document.body.append(...lines);
  for (const type of ['pointermove', 'pointerdown']) {
    // Just below the pointer's tip, where it does not cover what is read.
    addEventListener(type, ({clientX, clientY}) => move(clientX, clientY + 12), {passive: true});
  }
  addEventListener('focusin', ({target}) => {
    const {left, bottom} = target.getBoundingClientRect();
    if (target.id !== 'main') move(left, bottom + 2);
  });
  move(innerWidth / 2, innerHeight / 2);
}
