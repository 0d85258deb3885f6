package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportsTest {
  private static final String A = "map a {\n  root = this.n\n}\n";

  private static Bloblang with(Map<String, String> files) {
    return Bloblang.standard()
        .withImports(path -> {
          String text = files.get(path);
          if (text == null) {
            throw new IOException("no file " + path);
          }
          return text;
        });
  }

  private static String run(Map<String, String> files, String mapping) throws CompileException {
    Mapping compiled = with(files).compile(mapping);
    return Run.said(compiled.apply(Message.of("{\"n\":1}"), Host.system()));
  }

  private static String refused(Map<String, String> files, String mapping) {
    return catchThrowableOfType(CompileException.class, () -> with(files).compile(mapping))
        .getMessage();
  }

  @Test
  void anImportBringsTheMapsOfAFileAndIgnoresItsStatements() throws CompileException {
    assertThat(run(Map.of("a", A + "root.x = 5"), "import \"a\"\nroot.y = this.apply(\"a\")"))
        .isEqualTo("{\"y\":1}");
  }

  @Test
  void anImportBringsWhatTheFileImports() throws CompileException {
    Map<String, String> files = Map.of("a", A, "b", "import \"a\"\nroot = 1");
    assertThat(run(files, "import \"b\"\nroot = this.apply(\"a\")")).isEqualTo("1");
  }

  @Test
  void aPathIsRelativeToTheFileThatImports() throws CompileException {
    Map<String, String> files =
        Map.of("lib/one", "import \"../up\"\n", "up", "import \"./in/a\"\n", "in/a", A);
    assertThat(run(files, "import \"lib/one\"\nroot = this.apply(\"a\")")).isEqualTo("1");
  }

  @Test
  void anAbsolutePathIsTakenAsItIsAndItsFolderIsTheRoot() throws CompileException {
    Map<String, String> files =
        Map.of("lib/one", "import \"/two\"\n", "/two", "import \"a\"\n", "/a", A);
    assertThat(run(files, "import \"lib/one\"\nroot = this.apply(\"a\")")).isEqualTo("1");
  }

  @Test
  void mapsOfTheSameNameCollide() {
    Map<String, String> files = Map.of("a", A, "b", A);
    assertThat(refused(files, "import \"a\"\nimport \"b\"\nroot = 1"))
        .isEqualTo(
            """
            line 2 char 1: map name collisions from import 'b': [a]
              import "b"
              ^\
            """);
    assertThat(refused(files, A + "import \"a\"\nroot = 1")).contains("line 4 char 1: ");
  }

  @Test
  void aFileWithoutMapsIsNotImported() {
    assertThat(refused(Map.of("a", "root = 1"), "import \"a\"\nroot = 1"))
        .isEqualTo(
            """
            line 1 char 1: no maps to import from 'a'
              import "a"
              ^\
            """);
  }

  @Test
  void aMissingFileIsToldWhereItIsImported() {
    assertThat(refused(Map.of(), "root.a = 1\n  import \"x/y\""))
        .isEqualTo(
            """
            line 2 char 3: failed to read import: no file x/y
                import "x/y"
                ^\
            """);
  }

  @Test
  void aPathThatNoFileCanHaveIsAMissingFile() {
    assertThat(refused(Map.of(), "import \"a\\u0000b\"\nroot = 1"))
        .startsWith("line 1 char 1: failed to read import: ");
  }

  @Test
  void filesThatImportEachOtherAreNamed() {
    Map<String, String> files =
        Map.of("lib/a", A + "import \"b\"\n", "lib/b", "import \"../lib/a\"\n");
    assertThat(refused(files, "import \"lib/a\"\nroot = 1"))
        .isEqualTo(
            """
            lib/b line 1 char 1: files import each other in a circle: lib/a imports lib/b imports lib/a
              import "../lib/a"
              ^\
            """);
    assertThat(refused(files, "from \"lib/b\""))
        .startsWith("lib/a line 4 char 1: ")
        .contains(": lib/b imports lib/a imports lib/b\n");
  }

  @Test
  void aFileThatImportsItselfIsNamed() {
    assertThat(refused(Map.of("a", "import \"./a\"\n"), "import \"a\"\nroot = 1"))
        .startsWith("a line 1 char 1: files import each other in a circle: a imports a\n");
  }

  @Test
  void aFileMayBeImportedWhereItIsNotOpen() {
    Map<String, String> files = Map.of("a", "import \"c\"\n", "b", "import \"c\"\n", "c", A);
    assertThat(refused(files, "import \"a\"\nimport \"b\"\nroot = 1"))
        .startsWith("line 2 char 1: map name collisions from import 'b': [a]\n");
  }

  @Test
  void importsWithoutEndAreAnError() {
    ImportSource endless = path -> "import \"" + path + "a\"\n";
    assertThatThrownBy(
            () -> Bloblang.standard().withImports(endless).compile("import \"a\"\nroot = 1"))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("files import each other more than 100 deep");
  }

  @Test
  void anErrorInAnImportedFileIsToldThere() {
    assertThat(
            refused(
                Map.of("lib/a", A + "map b {\n  root = no()\n}\n"), "import \"lib/a\"\nroot = 1"))
        .isEqualTo(
            """
            lib/a line 5 char 10: unrecognised function 'no', did you mean `now`?
                root = no()
                       ^\
            """);
  }

  @Test
  void fromPutsAnotherFileInPlaceOfTheWholeMapping() throws CompileException {
    Map<String, String> files =
        Map.of("lib/m", "import \"a\"\nroot.x = this.apply(\"a\")", "lib/a", A);
    assertThat(run(files, "# all of it\nfrom \"lib/m\"\n")).isEqualTo("{\"x\":1}");
  }

  @Test
  void nothingMayFollowFrom() {
    assertThat(refused(Map.of("m", "root = 1"), "from \"m\"\nroot = 2"))
        .startsWith("line 2 char 1: unexpected content after `from`");
  }

  @Test
  void fromIsAFieldWhereNoFileIsNamed() throws CompileException {
    assertThat(run(Map.of(), "from = this.n")).isEqualTo("{\"from\":1}");
  }
}
