package io.usagecollector.core.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What reading a file brings to light; collects, so that all problems are told at once. */
final class Findings {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  void problem(Position at, String text) {
    problems.add(new Problem(Optional.of(at), text));
  }

  void problemOutside(String text) {
    problems.add(new Problem(Optional.empty(), text));
  }

  void notice(Position at, String text) {
    notices.add(new Notice(Optional.of(at), text));
  }

  void noticeOutside(String text) {
    notices.add(new Notice(Optional.empty(), text));
  }

  /** In the order of the file. */
  List<Notice> notices() {
    return notices.stream()
        .sorted(Comparator.comparing(notice -> notice.at().orElse(Position.START)))
        .toList();
  }

  void refuseIfAny() {
    if (!problems.isEmpty()) {
      throw refusal();
    }
  }

  /** All problems so far, to be thrown. */
  ConfigException refusal() {
    return new ConfigException(file, problems);
  }
}
