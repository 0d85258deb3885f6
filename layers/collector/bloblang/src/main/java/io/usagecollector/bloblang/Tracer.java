package io.usagecollector.bloblang;

/**
 * Follows which statements and branches of a mapping run: what a test's coverage is made of. A
 * mapping that is compiled without one holds nothing of it.
 *
 * {@snippet :
 * Set<Tracer.Point> missed = ConcurrentHashMap.newKeySet();
 * Tracer tracer = point -> {
 *   missed.add(point);
 *   return () -> missed.remove(point);
 * };
 * Mapping mapping = Bloblang.standard()
 *     .withTracer(tracer)
 *     .compile("root.size = if this.n > 9 { \"big\" } else { \"small\" }");
 * mapping.apply(Message.of("{\"n\":10}"), Host.system());
 * missed.forEach(point -> System.out.println(point.kind() + " at " + point.line() + ":" + point.column())); // ELSE at 1:44
 * }
 */
@FunctionalInterface
public interface Tracer {
  /**
   * Told of each place once, while a mapping is compiled. What is answered is run whenever a
   * message reaches the place, by whatever thread maps it; it must not throw.
   */
  Runnable follow(Point point);

  /**
   * A place of a mapping, or of a map in it, that can be reached.
   *
   * @param file the imported file it is in; empty for the mapping itself
   * @param line from 1
   * @param column from 1, in characters: where a statement begins, or the condition of a branch, or
   *     what an {@code else} does
   * @param source the line itself
   */
  record Point(Kind kind, String file, int line, int column, String source) {}

  /** What can be reached. */
  enum Kind {
    /** A statement begins, whether it then fails or not. */
    STATEMENT("statement"),
    IF("if"),
    ELSE_IF("else if"),
    ELSE("else"),
    /** An arm of a {@code match}. */
    CASE("case");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** What people call it. */
    public String text() {
      return text;
    }
  }
}
