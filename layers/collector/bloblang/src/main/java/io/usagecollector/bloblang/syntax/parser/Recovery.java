package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses a file that is known to be broken, statement by statement, for all that is wrong. */
final class Recovery {
  /** More than this in one file tell nothing more. */
  private static final int MOST_ERRORS = 100;

  private final Source source;
  private final Importer importer;
  private final List<Statement> found = new ArrayList<>();
  private final Map<String, Program.NamedMap> maps = new LinkedHashMap<>();
  private final List<SyntaxException> errors = new ArrayList<>();

  Recovery(Source source, Importer importer) {
    this.source = source;
    this.importer = importer;
  }

  /** What the file holds, where its first error is known. */
  Parsed after(SyntaxException first) {
    int next = 0;
    while (next < source.text().length() && errors.size() < MOST_ERRORS) {
      // A parser of its own, which knows nothing of what was tried before.
      Parser parser = new Parser(source, importer, maps);
      int start = parser.startAt(next);
      SyntaxException error = start < source.text().length() ? parser.next(found) : null;
      if (error != null && !remains(start)) {
        errors.add(errors.isEmpty() ? first : error);
      }
      next = error == null ? parser.at() : Resumption.after(source.text(), start);
    }
    Program program = new Program(source, List.copyOf(found), List.copyOf(maps.values()));
    return new Parsed(program, errors.isEmpty() ? List.of(first) : List.copyOf(errors));
  }

  /** Whether what stands here is the end of something broken before. */
  private boolean remains(int at) {
    return !errors.isEmpty()
        && (source.text().startsWith("else", at) || ")]}".indexOf(source.text().charAt(at)) >= 0);
  }
}
