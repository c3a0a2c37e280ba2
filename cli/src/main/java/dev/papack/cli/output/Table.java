package dev.papack.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns. */
public final class Table {
  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** How a column's text is aligned. */
  public enum Alignment {
    /** Text. */
    LEFT,
    /** Numbers. */
    RIGHT
  }

  /**
   * A column.
   *
   * @param title above it
   * @param alignment of its text
   */
  public record Column(String title, Alignment alignment) {
    /**
     * A column of text.
     *
     * @param title above it
     * @return aligned left
     */
    public static Column text(String title) {
      return new Column(title, Alignment.LEFT);
    }

    /**
     * A column of numbers.
     *
     * @param title above it
     * @return aligned right
     */
    public static Column number(String title) {
      return new Column(title, Alignment.RIGHT);
    }
  }

  /**
   * A table without rows.
   *
   * @param columns from left to right
   */
  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column
   */
  public void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
    }
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(Printable.escape(cell));
    }
    rows.add(row);
  }

  /**
   * Prints title and rows; nothing at all without rows.
   *
   * @param out takes the lines
   */
  public void print(TextOutput out) {
    if (rows.isEmpty()) {
      return;
    }
    int[] widths = columns.stream().mapToInt(column -> Printable.cells(column.title())).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Printable.cells(row.get(i)));
      }
    }
    out.print(Style.STRONG, line(columns.stream().map(Column::title).toList(), widths)).endLine();
    rows.forEach(row -> out.line(line(row, widths)));
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - Printable.cells(cells.get(i)));
      line.append(i == 0 ? "" : "  ");
      switch (columns.get(i).alignment()) {
        case LEFT -> line.append(cells.get(i)).append(padding);
        case RIGHT -> line.append(padding).append(cells.get(i));
      }
    }
    return line.toString().stripTrailing();
  }
}
