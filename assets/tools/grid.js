// Which cell covers which place of a table with merged cells.

/**
 * @template Cell
 * @param {{cell: Cell, rows: number, columns: number}[][]} rows each row's own cells, with how far they reach
 * @returns {{cell: Cell, column: number, own: boolean}[][]} for each row all cells that cover it, from the left;
 *   own ones begin in it
 */
export function grid(rows) {
  const covered = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const {cell, rows: high, columns: wide} of cells) {
      while (covered[row][column]) column++;
      for (let y = row; y < Math.min(row + high, rows.length); y++) {
        for (let x = column; x < column + wide; x++) covered[y][x] = {cell, column, own: y === row};
      }
      column += wide;
    }
  });
  return covered.map(places => places.filter((place, x) => place.column === x));
}
