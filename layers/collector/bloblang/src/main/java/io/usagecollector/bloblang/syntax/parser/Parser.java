package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.syntax.SyntaxException;
import io.usagecollector.bloblang.value.Str;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whole files. */
public final class Parser {
  private static final int MAX_IMPORTS = 100;

  private final Source source;
  private final Scanner in;
  private final QueryParser queries;
  private final StatementParser statements;
  private final Importer importer;
  private final Map<String, Program.NamedMap> maps;

  private Parser(Source source, Importer importer) {
    this(source, importer, new LinkedHashMap<>());
  }

  Parser(Source source, Importer importer, Map<String, Program.NamedMap> maps) {
    this.source = source;
    this.in = new Scanner(source);
    this.queries = new QueryParser(in);
    this.statements = new StatementParser(in, queries);
    this.importer = importer;
    this.maps = maps;
  }

  /**
   * Parses a mapping and everything it imports. After a broken statement it goes on with the next,
   * so that every error is told at once; of a broken import, only its first.
   */
  public static Parsed parse(String text, ImportSource imports) {
    Source source = new Source("", text);
    Importer importer = Importer.of(imports);
    try {
      return new Parsed(new Parser(source, importer).mapping(), List.of());
    } catch (SyntaxException first) {
      return new Recovery(source, importer).after(first);
    }
  }

  /**
   * Parses a single query, blanks around it allowed, from an offset; the end is told by {@link
   * QueryAt#end}.
   */
  public static QueryAt parseQuery(Source source, int offset) throws SyntaxException {
    Parser parser = new Parser(source, Importer.of(ImportSource.none()));
    parser.in.at = offset;
    parser.in.blanks();
    Expr query = parser.queries.mustQuery();
    parser.in.blanks();
    return new QueryAt(query, parser.in.at);
  }

  /** A query and the offset after it. */
  public record QueryAt(Expr query, int end) {}

  private Program mapping() throws SyntaxException {
    Program other = from();
    if (other != null) {
      return other;
    }
    in.at = 0;
    Program program = file();
    if (program != null) {
      return program;
    }
    in.at = 0;
    in.space();
    Expr shorthand = queries.query();
    in.space();
    if (shorthand == null || !in.atEnd()) {
      in.miss("a line break or the end");
      throw in.deepestMiss();
    }
    return new Program(
        source, List.of(new Statement.Assign(1, 0, List.of(), shorthand)), List.of());
  }

  /** {@code from "file"}: the other file instead of this one. */
  private @Nullable Program from() throws SyntaxException {
    in.space();
    int start = in.at;
    if (!in.text.startsWith("from", in.at)) {
      return null;
    }
    in.at += 4;
    Str path = in.someBlanks() && in.is('"') ? in.quoted() : null;
    if (path == null) {
      return null;
    }
    in.space();
    if (!in.atEnd()) {
      throw in.broken(in.at, "unexpected content after `from`: it replaces the whole file");
    }
    return imported(path, start);
  }

  private Program imported(Str path, int start) throws SyntaxException {
    if (importer.depth() >= MAX_IMPORTS) {
      throw in.broken(start, "files import each other more than " + MAX_IMPORTS + " deep");
    }
    Source other;
    try {
      other = importer.read(path.toString());
    } catch (IOException e) {
      throw in.broken(start, "failed to read import: " + e.getMessage());
    }
    String cycle = importer.cycle(other.file());
    if (cycle != null) {
      throw in.broken(start, "files import each other in a circle: " + cycle);
    }
    Parser parser = new Parser(other, importer.from(other.file()));
    Program program = parser.file();
    if (program == null) {
      throw parser.in.deepestMiss();
    }
    return program;
  }

  /** Statements to the end, or null. */
  private @Nullable Program file() throws SyntaxException {
    List<Statement> found = new ArrayList<>();
    in.space();
    while (true) {
      if (!item(found)) {
        return null;
      }
      in.blanks();
      if (in.atEnd()) {
        break;
      }
      if (!in.newline()) {
        return null;
      }
      in.space();
      if (in.atEnd()) {
        break;
      }
    }
    return new Program(source, List.copyOf(found), List.copyOf(maps.values()));
  }

  /** Goes to the first thing at or after an offset; answers where it is. */
  int startAt(int offset) {
    in.at = offset;
    in.space();
    return in.at;
  }

  /** Where it is. */
  int at() {
    return in.at;
  }

  /** Reads one statement and the end of its line; answers what is wrong with it, if anything. */
  @Nullable SyntaxException next(List<Statement> found) {
    try {
      if (item(found)) {
        in.blanks();
        if (in.atEnd() || in.newline()) {
          return null;
        }
      }
      return in.deepestMiss();
    } catch (SyntaxException e) {
      return e;
    }
  }

  private boolean item(List<Statement> found) throws SyntaxException {
    int start = in.at;
    if (in.text.startsWith("import", in.at) && importStatement(start)) {
      return true;
    }
    in.at = start;
    if (in.text.startsWith("map", in.at) && mapStatement(start)) {
      return true;
    }
    in.at = start;
    Statement statement = statements.statement(new StatementParser.Scope(0, true));
    if (statement == null) {
      return false;
    }
    found.add(statement);
    return true;
  }

  private boolean importStatement(int start) throws SyntaxException {
    in.at += "import".length();
    if (!in.someBlanks()) {
      return false;
    }
    Str path = in.is('"') ? in.quoted() : null;
    if (path == null) {
      throw in.broken(in.at, "expected the path of a file, in quotes");
    }
    Program program = imported(path, start);
    if (program.maps().isEmpty()) {
      throw in.broken(start, "no maps to import from '" + path + "'");
    }
    for (Program.NamedMap map : program.maps()) {
      if (maps.putIfAbsent(map.name(), map) != null) {
        throw in.broken(
            start, "map name collisions from import '" + path + "': [" + map.name() + "]");
      }
    }
    return true;
  }

  private boolean mapStatement(int start) throws SyntaxException {
    in.at += "map".length();
    if (!in.someBlanks()) {
      return false;
    }
    Str quoted = in.name();
    if (quoted == null) {
      throw in.broken(in.at, "expected a map name");
    }
    String name = quoted.toString();
    List<Statement> body =
        in.someBlanks() ? statements.block(new StatementParser.Scope(start, false)) : null;
    if (body == null) {
      return false;
    }
    if (maps.putIfAbsent(name, new Program.NamedMap(source, start, name, body)) != null) {
      throw in.broken(start, "map name collision: " + name);
    }
    return true;
  }
}
