// Sifts the rows of a task table by unit, state and due date. The words are in the template #task-filter.

/** The cells of each row of a tbody with those that reach into it from above, from left to right. */
function grid(rows) {
  const reaching = [];
  return rows.map(row => {
    const cells = [];
    for (let own = [...row.cells], column = 0; own[0] || reaching[column]?.left; column++) {
      const over = reaching[column];
      const cell = over?.left ? over.cell : own.shift();
      const left = (over?.left || cell.rowSpan) - 1;
      for (let last = column + cell.colSpan; column < last; column++) reaching[column] = {cell, left};
      column--;
      cells.push(cell);
    }
    return cells;
  });
}

/** Shows the rows that are kept; a merged cell goes to the first of its rows that is shown. */
function show(rows, cells, kept) {
  const first = new Map();
  rows.forEach((row, r) => {
    row.hidden = !kept(row);
    for (const cell of cells[r]) {
      const at = first.get(cell);
      if (!at || at.hidden && !row.hidden) first.set(cell, row);
    }
  });
  rows.forEach((row, r) => {
    row.append(...cells[r].filter(cell => first.get(cell) === row));
    for (const cell of cells[r]) {
      cell.rowSpan = Math.max(1, rows.filter((other, o) => !other.hidden && cells[o].includes(cell)).length);
    }
    for (const words of row.querySelectorAll('.repeated > *')) {
      words.hidden = [...row.cells].some(cell => [cell.id, cell.headers.split(' ')[0]].includes(words.dataset.of));
    }
  });
}

const template = document.getElementById('task-filter');
if (template) {
  const table = document.querySelector('table.tasks');
  const form = template.content.querySelector('form').cloneNode(true);
  const selects = [...form.querySelectorAll('select')], said = form.querySelector('[role=status]');
  const bodies = [...table.tBodies].map(body => [body, [...body.rows], grid([...body.rows])]);
  const own = option => option.value.split(' ')[0];

  const sift = () => {
    const wanted = selects.filter(select => select.value);
    const kept = row => wanted.every(({name, value}) => value.split(' ').some(key => row.dataset[name].split(' ').includes(key)));
    let shown = 0, all = 0;
    for (const [body, rows, cells] of bodies) {
      show(rows, cells, kept);
      const here = rows.filter(row => !row.hidden).length;
      body.hidden = !here;
      shown += here;
      all += rows.length;
    }
    table.hidden = !shown;
    form.querySelector('[type=reset]').hidden = !wanted[0];
    const words = shown ? said.dataset.some.replace('##', all).replace('#', shown) : said.dataset.none;
    said.textContent = wanted[0] ? words : '';
    const address = new URL(location);
    for (const {name, value, selectedOptions} of selects) {
      if (value) address.searchParams.set(name, own(selectedOptions[0]));
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, '', address);
  };

  /** A task that is linked to is shown, whatever was chosen. */
  const showTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.hidden) {
      form.reset();
      target.scrollIntoView();
    }
  };

  const asked = new URL(location).searchParams;
  for (const select of selects) {
    const option = [...select.options].find(each => each.value && own(each) === asked.get(select.name));
    if (option) select.value = option.value;
  }
  template.after(form);
  form.addEventListener('change', sift);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => {
    for (const select of selects) select.value = '';
    sift();
    selects[0].focus();
  });
  addEventListener('hashchange', showTarget);
  if (selects.some(select => select.value)) sift();
  showTarget();
}
