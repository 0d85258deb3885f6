package io.usagecollector.bloblang.syntax;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.value.Str;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whole files. */
public final class Parser extends StatementParser {
  private static final int MAX_IMPORTS = 100;

  private final Importer importer;
  private final int depth;
  private final Map<String, Program.NamedMap> maps = new LinkedHashMap<>();

  private Parser(Source source, Importer importer, int depth) {
    super(source);
    this.importer = importer;
    this.depth = depth;
  }

  /** Parses a mapping and everything it imports. */
  public static Program parse(String text, ImportSource imports) throws SyntaxException {
    return new Parser(new Source("", text), new Importer(imports, ""), 0).mapping();
  }

  /**
   * Parses a single query, blanks around it allowed, from an offset; the end is told by {@link
   * QueryAt#end}.
   */
  public static QueryAt parseQuery(Source source, int offset) throws SyntaxException {
    Parser parser = new Parser(source, new Importer(ImportSource.none(), ""), 0);
    parser.at = offset;
    parser.blanks();
    Expr query = parser.mustQuery();
    parser.blanks();
    return new QueryAt(query, parser.at);
  }

  /** A query and the offset after it. */
  public record QueryAt(Expr query, int end) {}

  private Program mapping() throws SyntaxException {
    Program other = from();
    if (other != null) {
      return other;
    }
    at = 0;
    Program program = file();
    if (program != null) {
      return program;
    }
    at = 0;
    space();
    Expr shorthand = query();
    space();
    if (shorthand == null || !atEnd()) {
      miss("a line break or the end");
      throw deepestMiss();
    }
    return new Program(
        source, List.of(new Statement.Assign(1, 0, List.of(), shorthand)), List.of());
  }

  /** {@code from "file"}: the other file instead of this one. */
  private @Nullable Program from() throws SyntaxException {
    space();
    int start = at;
    if (!text.startsWith("from", at)) {
      return null;
    }
    at += 4;
    Str path = someBlanks() && is('"') ? quoted() : null;
    if (path == null) {
      return null;
    }
    space();
    if (!atEnd()) {
      throw broken(at, "unexpected content after `from`: it replaces the whole file");
    }
    return imported(path, start);
  }

  private Program imported(Str path, int start) throws SyntaxException {
    if (depth >= MAX_IMPORTS) {
      throw broken(start, "files import each other more than " + MAX_IMPORTS + " deep");
    }
    Source other;
    try {
      other = importer.read(path.toString());
    } catch (IOException e) {
      throw broken(start, "failed to read import: " + e.getMessage());
    }
    Parser parser = new Parser(other, importer.from(path.toString()), depth + 1);
    Program program = parser.file();
    if (program == null) {
      throw parser.deepestMiss();
    }
    return program;
  }

  /** Statements to the end, or null. */
  private @Nullable Program file() throws SyntaxException {
    List<Statement> statements = new ArrayList<>();
    space();
    while (true) {
      if (!item(statements)) {
        return null;
      }
      blanks();
      if (atEnd()) {
        break;
      }
      if (!newline()) {
        return null;
      }
      space();
      if (atEnd()) {
        break;
      }
    }
    return new Program(source, List.copyOf(statements), List.copyOf(maps.values()));
  }

  private boolean item(List<Statement> statements) throws SyntaxException {
    int start = at;
    if (text.startsWith("import", at) && importStatement(start)) {
      return true;
    }
    at = start;
    if (text.startsWith("map", at) && mapStatement(start)) {
      return true;
    }
    at = start;
    Statement statement = statement(new Scope(0, true));
    if (statement == null) {
      return false;
    }
    statements.add(statement);
    return true;
  }

  private boolean importStatement(int start) throws SyntaxException {
    at += "import".length();
    if (!someBlanks()) {
      return false;
    }
    Str path = is('"') ? quoted() : null;
    if (path == null) {
      throw broken(at, "expected the path of a file, in quotes");
    }
    Program program = imported(path, start);
    if (program.maps().isEmpty()) {
      throw broken(start, "no maps to import from '" + path + "'");
    }
    for (Program.NamedMap map : program.maps()) {
      if (maps.putIfAbsent(map.name(), map) != null) {
        throw broken(start, "map name collisions from import '" + path + "': [" + map.name() + "]");
      }
    }
    return true;
  }

  private boolean mapStatement(int start) throws SyntaxException {
    at += "map".length();
    if (!someBlanks()) {
      return false;
    }
    String name = name("a map name");
    List<Statement> body = someBlanks() ? block(new Scope(start, false)) : null;
    if (body == null) {
      return false;
    }
    if (maps.putIfAbsent(name, new Program.NamedMap(source, start, name, body)) != null) {
      throw broken(start, "map name collision: " + name);
    }
    return true;
  }
}
