package io.usagecollector.aws.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.careful.Marks.Unended;
import io.usagecollector.core.careful.Suspects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMarksTest {
  private static final List<String> NAMES = List.of("t/0/5", "t-a/1/7");

  @TempDir Path directory;

  /** As the next process of the same environment sees them. */
  private FileMarks next() {
    return new FileMarks(directory.resolve("marks"));
  }

  @Test
  void whatDidNotEndIsToldToTheNextProcessOnce() {
    next().begin(NAMES);
    FileMarks next = next();
    assertThat(next.takeUnended()).contains(new Unended(NAMES, Optional.empty()));
    assertThat(next.takeUnended()).isEmpty();
    assertThat(next().takeUnended()).isEmpty();
  }

  @Test
  void theRecordAtWorkIsToldWithIt() {
    FileMarks marks = next();
    marks.begin(NAMES);
    marks.at("t/0/5");
    marks.past();
    marks.at("t/0/6");
    assertThat(next().takeUnended()).contains(new Unended(NAMES, Optional.of("t/0/6")));
    assertThat(next().takeUnended()).isEmpty();
  }

  @Test
  void whatEndedIsNotTold() {
    FileMarks marks = next();
    marks.begin(NAMES);
    marks.at("t/0/5");
    marks.past();
    marks.end();
    assertThat(next().takeUnended()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenStopsNothing() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    var marks = new FileMarks(file);
    marks.begin(NAMES);
    marks.at("t/0/5");
    marks.past();
    marks.end();
    assertThat(marks.takeUnended()).isEmpty();
    var suspects = new FileSuspects(file);
    suspects.change(before -> Suspects.parse("batch 1 5 t/0/5"));
    assertThat(suspects.read()).isEqualTo(Suspects.NONE);
  }

  @Test
  void countsOutliveTheProcess() {
    Suspects some = Suspects.parse("batch 2 5 t/0/5\nrecord 1 5 t/0/9");
    new FileSuspects(directory).change(before -> before.with(some));
    assertThat(new FileSuspects(directory).read()).isEqualTo(some);
    new FileSuspects(directory).change(before -> Suspects.NONE);
    assertThat(new FileSuspects(directory).read()).isEqualTo(Suspects.NONE);
  }
}
