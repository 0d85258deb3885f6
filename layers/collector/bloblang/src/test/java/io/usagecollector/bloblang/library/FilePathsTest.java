package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePathsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "'[\"/foo/\",\"bar.txt\"]'|/foo/bar.txt",
        "'[\"a\",\"\",\"../../b\",\"./c/\"]'|../b/c",
        "'[\"/\",\"..\",\"a\"]'|/a",
        "'[\"a\",\"..\"]'|.",
        "'[\"\",\"\"]'|''",
        "'[]'|''"
      })
  void joinedPathsAreClean(String parts, String path) {
    assertThat(Run.mapping("root = this.filepath_join()", parts)).isEqualTo(path);
  }

  @Test
  void aPathIsSplitAfterItsLastSlash() {
    assertThat(
            Run.mapping(
                "root = this.map_each(p -> p.filepath_split())", "[\"a/b/c\",\"c\",\"/\",\"\"]"))
        .isEqualTo("[[\"a/b/\",\"c\"],[\"\",\"c\"],[\"/\",\"\"],[\"\",\"\"]]");
  }

  @Test
  void whatIsNoPathFails() {
    assertThat(Run.mapping("root = this.filepath_join().catch(e -> e)", "[\"a\",1]"))
        .isEqualTo("field `this`: path element 1: expected string value, got number (1)");
    assertThat(Run.mapping("root = this.filepath_join().catch(e -> e)", "{}"))
        .isEqualTo("expected array value, got object from field `this`");
  }
}
