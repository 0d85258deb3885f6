package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table names its rows beside the switch that makes them: the two must say the same. */
class TableTest {
  private static final Path SOURCES = Path.of("src/main/java").toAbsolutePath();

  private static final Pattern CASE = Pattern.compile("(?m)^      case \"(\\w+)\" ->");

  static Stream<Table<FunctionSpec>> functions() {
    return StandardTables.functions().stream();
  }

  static Stream<Table<MethodSpec>> methods() {
    return StandardTables.methods().stream();
  }

  static Stream<Table<?>> all() {
    return Stream.concat(functions(), methods());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyNameHasAFunctionOfThatName(Table<FunctionSpec> table) {
    assertThat(table.names()).isNotEmpty();
    assertThat(table.names()).allSatisfy(n -> assertThat(table.row(n).name()).isEqualTo(n));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyNameHasAMethodOfThatName(Table<MethodSpec> table) {
    assertThat(table.names()).isNotEmpty();
    assertThat(table.names()).allSatisfy(n -> assertThat(table.row(n).name()).isEqualTo(n));
  }

  /** A row that nobody names would never be found. */
  @ParameterizedTest
  @MethodSource("all")
  void everyRowIsNamed(Table<?> table) throws IOException {
    String file = table.getClass().getName().replace('.', '/') + ".java";
    String source = Files.readString(SOURCES.resolve(file));
    int end = source.indexOf("default -> throw Table.noRow");
    if (end < 0) {
      assertThat(table.names()).as("a table without a switch").hasSize(1);
    } else {
      assertThat(CASE.matcher(source.substring(0, end)).results().map(row -> row.group(1)))
          .containsExactlyElementsOf(table.names());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void noNameStandsInTwoTables(List<Table<?>> tables) {
    Set<String> seen = new TreeSet<>();
    assertThat(tables.stream().flatMap(table -> table.names().stream())).allMatch(seen::add);
  }

  static Stream<List<? extends Table<?>>> tables() {
    return Stream.of(StandardTables.functions(), StandardTables.methods());
  }

  @ParameterizedTest
  @MethodSource("switches")
  void aSwitchRefusesANameThatItHasNot(Table<?> table) {
    assertThatThrownBy(() -> table.row("no_such"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the table has no row no_such");
  }

  static Stream<Table<?>> switches() {
    return all().filter(table -> table.names().size() > 1);
  }
}
