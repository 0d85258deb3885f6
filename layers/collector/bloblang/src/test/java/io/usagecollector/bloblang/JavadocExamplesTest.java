package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles the {@code {@snippet}} examples out of the Javadoc and runs them. What one prints, line
 * by line, is what its comments at the ends of lines say.
 */
class JavadocExamplesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/usagecollector/bloblang");

  private static final Pattern SNIPPET = Pattern.compile("(?m)^ *\\* \\{@snippet :\\n");

  private static final Pattern SAID = Pattern.compile("; // (.*)$", Pattern.MULTILINE);

  /** What the examples leave out. */
  private static final String HEAD =
      """
      package io.usagecollector.bloblang;

      import static java.nio.charset.StandardCharsets.UTF_8;
      import io.usagecollector.bloblang.extension.*;
      import io.usagecollector.bloblang.value.*;
      import java.io.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.random.*;

      public final class Snippet implements JavadocExamplesTest.Runs {
        @Override
        public void run(java.util.function.Consumer<Object> print) throws Exception {
      """;

  /** What a compiled example can do. */
  public interface Runs {
    void run(Consumer<Object> print) throws Exception;
  }

  /** An example and where it stands. */
  record Snippet(String file, int line, String text) {
    @Override
    public String toString() {
      return file + ":" + line;
    }

    List<String> said() {
      return SAID.matcher(text).results().map(found -> found.group(1)).toList();
    }
  }

  static Stream<Snippet> snippets() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream()
          .flatMap(JavadocExamplesTest::snippets);
    }
  }

  private static Stream<Snippet> snippets(Path file) {
    String source = read(file);
    return SNIPPET.matcher(source).results().map(found -> snippet(file, source, found));
  }

  private static Snippet snippet(Path file, String source, MatchResult found) {
    int line = (int) source.substring(0, found.start()).lines().count() + 1;
    String text = balanced(source, found.end()).replaceAll("(?m)^ *\\* ?", "");
    return new Snippet(file.getFileName().toString(), line, text);
  }

  /** Up to the brace that closes the tag: those of the text are balanced, or javadoc refuses it. */
  private static String balanced(String source, int from) {
    int end = from;
    for (int open = 1; open > 0; end++) {
      char c = source.charAt(end);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return source.substring(from, end - 1);
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void everyExamplePrintsWhatItSays(Snippet snippet, @TempDir Path folder) throws Exception {
    compile(snippet, folder);
    List<String> printed = new ArrayList<>();
    try (var loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, JavadocExamplesTest.class.getClassLoader())) {
      Class<?> type = loader.loadClass("io.usagecollector.bloblang.Snippet");
      ((Runs) type.getDeclaredConstructor().newInstance())
          .run(value -> printed.add(String.valueOf(value)));
    }

    assertThat(printed).isNotEmpty().isEqualTo(snippet.said());
  }

  private static void compile(Snippet snippet, Path folder) throws IOException {
    String body = snippet.text().replace("System.out.println(", "print.accept(");
    Path source = folder.resolve("Snippet.java");
    Files.writeString(source, HEAD + body + "}}");
    var compiler = ToolProvider.getSystemJavaCompiler();
    var complaints = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var options =
          List.of(
              "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
      var units = files.getJavaFileObjects(source);
      assertThat(compiler.getTask(complaints, files, null, options, null, units).call())
          .as("%s compiles: %s", snippet, complaints)
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("door")
  void everyTypeOfTheDoorThatDoesSomethingHasAnExample(String type) throws IOException {
    assertThat(snippets().map(Snippet::file)).contains(type + ".java");
  }

  static Stream<String> door() {
    return Stream.of(
        "Bloblang",
        "CompileException",
        "FunctionSpec",
        "Host",
        "ImportSource",
        "Interpolation",
        "Limits",
        "Mapping",
        "Message",
        "MethodSpec",
        "Result",
        "TimeLimit",
        "Tracer");
  }

  /** In another form it would not be run. */
  @Test
  void noExampleStandsInAnotherForm() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(read(file)).doesNotContain("<pre>"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
