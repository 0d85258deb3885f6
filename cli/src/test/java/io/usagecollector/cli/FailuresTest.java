package io.usagecollector.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.usagecollector.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command ends in a stack trace, whatever it is given. */
class FailuresTest {
  /** {@code X}: the file; {@code M}: a mapping; {@code E}: events. */
  private static final List<String> COMMANDS =
      List.of("run X E", "run M X", "lint X", "diff X M E", "diff M X E", "diff M M X", "test X");

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("m.blobl"), "root = this\n");
    Files.writeString(folder.resolve("e.jsonl"), "{}\n");
  }

  private Ran run(String command, Path file) {
    return Ran.command(
        command
            .replace("X", file.toString())
            .replace("M", folder.resolve("m.blobl").toString())
            .replace("E", folder.resolve("e.jsonl").toString())
            .split(" "));
  }

  private void isToldByEach(Path file, String words) {
    for (String command : COMMANDS) {
      Ran ran = run(command, file);
      assertThat(ran.status()).as(command).isEqualTo(2);
      assertThat(ran.err()).as(command).contains(words).doesNotContain("Exception", "\tat ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"f.blobl", "f.yaml"})
  void aFolderWhereAFileIsAskedForIsTold(String name) throws IOException {
    Path file = Files.createDirectory(folder.resolve(name));
    for (String command : COMMANDS) {
      if (!command.startsWith("lint") && !command.startsWith("test")) {
        assertThat(run(command, file))
            .as(command)
            .isEqualTo(new Ran(2, "", file + ": is a folder, and a file is asked for\n"));
      }
    }
    assertThat(Ran.command("run", "/", "-").err())
        .isEqualTo("/: is a folder, and a file is asked for\n");
    assertThat(Ran.command("run", "", "-").err())
        .isEqualTo(".: is a folder, and a file is asked for\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f.blobl", "f.yaml", "f"})
  void aFileThatIsNotThereIsTold(String name) {
    isToldByEach(folder.resolve(name), name + ": there is no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f.blobl", "f.yaml"})
  void aLinkToNothingIsTold(String name) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve(name), folder.resolve("none"));
    isToldByEach(link, name + ": is a symbolic link to a file that is not there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f.blobl", "f.yaml"})
  void aLinkToItselfIsTold(String name) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve(name), folder.resolve(name));
    isToldByEach(link, name + ": cannot be read: Too many levels of symbolic links");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f.blobl", "f.yaml"})
  void aFileThatMayNotBeReadIsTold(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "root = this");
    assertThat(file.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(file)).isFalse();
    isToldByEach(file, name + ": may not be read: its permissions forbid it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f.blobl", "f.yaml"})
  void aFileThatIsNoTextIsTold(String name) throws IOException {
    Path file = Files.write(folder.resolve(name), new byte[] {0x7F, 'E', 'L', 'F', (byte) 0xFF, 0});
    for (String command : COMMANDS) {
      Ran ran = run(command, file);
      assertThat(ran.status()).as(command).isEqualTo(2);
      assertThat(ran.err())
          .as(command)
          .containsAnyOf(name + ": is not UTF-8 text", name + ": is binary data")
          .doesNotContain("Exception");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"f.blobl", "f.yaml"})
  void aFileOfAnotherSizeThanThoseOfPeopleIsTold(String name) throws IOException {
    Path file = folder.resolve(name);
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(5L << 30);
    }
    for (String command : List.of("run X E", "lint X", "diff X M E", "test X")) {
      assertThat(run(command, file).err())
          .as(command)
          .isEqualTo(
              file
                  + ": cannot be read: it is longer than 16 MiB, and no mapping or configuration"
                  + " is\n");
    }
  }

  @Test
  void whateverElseGoesWrongIsASentence() {
    assertThat(told(new StackOverflowError()))
        .isEqualTo("what was given is nested too deeply, or refers to itself without an end\n");
    assertThat(told(new OutOfMemoryError("Java heap space")))
        .startsWith("what was given needs more than the ")
        .endsWith("or more memory with JAVA_TOOL_OPTIONS=-Xmx8g\n");
    assertThat(told(new UncheckedIOException(new AccessDeniedException("/x/y"))))
        .isEqualTo("/x/y: may not be read: its permissions forbid it\n");
    assertThat(told(new IllegalStateException("no")))
        .isEqualTo(
            "a fault of this program, please report it: java.lang.IllegalStateException: no"
                + " (FailuresTest.java:"
                + line
                + ")\n");
  }

  private int line;

  private String told(Throwable failure) {
    for (StackTraceElement element : failure.getStackTrace()) {
      line = element.getLineNumber();
      break;
    }
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(new ByteArrayOutputStream(), false, UTF_8),
            new PrintStream(err, false, UTF_8),
            false);
    assertThat(new Failures(terminal).status(failure)).isEqualTo(2);
    return err.toString(UTF_8);
  }
}
