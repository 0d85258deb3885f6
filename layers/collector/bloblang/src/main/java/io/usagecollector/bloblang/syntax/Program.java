package io.usagecollector.bloblang.syntax;

import java.util.List;

/**
 * A parsed file.
 *
 * @param source its text
 * @param statements what it does
 * @param maps the maps it declares or imports, each with the text it came from
 */
public record Program(Source source, List<Statement> statements, List<NamedMap> maps) {
  /** {@code map name { ... }}. */
  public record NamedMap(Source source, int at, String name, List<Statement> body) {}
}
