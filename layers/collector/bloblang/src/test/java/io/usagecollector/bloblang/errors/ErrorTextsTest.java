package io.usagecollector.bloblang.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileError;
import io.usagecollector.bloblang.CompileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Broken mappings, each beside a file with everything that is said about it. Where that file is
 * missing it is written, to be read and kept, and the test fails.
 */
class ErrorTextsTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/io/usagecollector/bloblang/errors");

  static Stream<Path> mappings() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".blobl")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void allErrorsOfAFileAreToldAtOnce(Path mapping) throws IOException {
    String text = Files.readString(mapping);
    CompileException thrown =
        catchThrowableOfType(CompileException.class, () -> Bloblang.standard().compile(text));
    String said = thrown.getMessage() + "\n";
    Path expected = Path.of(mapping.toString().replace(".blobl", ".txt"));
    if (Files.notExists(expected)) {
      Files.writeString(expected, said);
      throw new AssertionError("written for you to read: " + expected);
    }
    assertThat(said).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meta \"%s\" = 1",
        "root%s = 1",
        "root.\"\\%s\" = 1",
        "%s)]}",
        "\\u%s",
        "\"%s\nroot = 1"
      })
  void aBrokenMappingHoweverLongEndsInItsOwnError(String line) {
    String broken = "root = 1 +* 2\n";
    for (String part : List.of("a", ".a", "\\\\", "(", "([{", "=", "root.a = (\n")) {
      String text = broken + line.formatted(part.repeat(20_000));
      assertThat(errors(text).get(0).message()).isEqualTo("expected an expression, found `*`");
    }
  }

  private static List<CompileError> errors(String text) {
    return catchThrowableOfType(CompileException.class, () -> Bloblang.standard().compile(text))
        .errors();
  }
}
