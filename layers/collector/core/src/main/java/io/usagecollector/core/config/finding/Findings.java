package io.usagecollector.core.config.finding;

import io.usagecollector.core.place.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What reading a file brings to light; collects, so that all problems are told at once. */
public final class Findings {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  public Findings(String file) {
    this.file = file;
  }

  public void problem(Position at, String text) {
    problems.add(new Problem(Optional.of(at), text));
  }

  public void problemOutside(String text) {
    problems.add(new Problem(Optional.empty(), text));
  }

  public void notice(Position at, String text) {
    notices.add(new Notice(Optional.of(at), text));
  }

  public void noticeOutside(String text) {
    notices.add(new Notice(Optional.empty(), text));
  }

  /** In the order of the file. */
  public List<Notice> notices() {
    return notices.stream()
        .sorted(Comparator.comparing(notice -> notice.at().orElse(Position.START)))
        .toList();
  }

  public void refuseIfAny() {
    if (!problems.isEmpty()) {
      throw refusal();
    }
  }

  /** All problems so far, to be thrown. */
  public ConfigException refusal() {
    return new ConfigException(file, problems);
  }
}
