package io.usagecollector.bloblang.extension;

import java.util.List;

/**
 * The functions, or the methods, of a subject: each a row with its documentation, its examples and
 * what it does.
 *
 * <p>A row is made when it is asked for. The JVM makes a class of every lambda that it comes by,
 * and a process that has just started should come by those only that its mapping names. So a table
 * is a switch over names, not a list of rows.
 *
 * @param <S> what a row is
 */
public interface Table<S> {
  /** The names of all rows. */
  List<String> names();

  /**
   * The row of a name.
   *
   * @param name one of {@link #names}
   */
  S row(String name);

  /** What a switch over names answers to any other. */
  static IllegalArgumentException noRow(String name) {
    return new IllegalArgumentException("the table has no row " + name);
  }

  /** A table of one row, which is there already. */
  record Of<S>(String name, S row) implements Table<S> {
    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public S row(String asked) {
      return row;
    }
  }
}
