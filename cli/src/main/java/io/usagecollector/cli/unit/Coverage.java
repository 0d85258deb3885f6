package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.Tracer;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.tooling.trial.TrialFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which statements and branches of the tested mappings ran. */
public final class Coverage implements Tracer {
  private static final Comparator<Point> IN_ORDER =
      Comparator.comparing(Point::file)
          .thenComparingInt(Point::line)
          .thenComparingInt(Point::column)
          .thenComparing(Point::kind)
          .thenComparing(Point::source);

  private final Set<Point> all = new ConcurrentSkipListSet<>(IN_ORDER);
  private final Set<Point> reached = ConcurrentHashMap.newKeySet();

  /**
   * What was tested of a file.
   *
   * @param points how many statements and branches it has
   * @param missed those that no test ran, in the order of the file
   */
  public record Covered(String file, int points, List<Point> missed) {
    public Covered {
      missed = List.copyOf(missed);
    }

    /** How many of a hundred ran, rounded down: 100 only if all did. */
    public int percent() {
      return points == 0 ? 100 : 100 * (points - missed.size()) / points;
    }
  }

  @Override
  public Runnable follow(Point point) {
    all.add(point);
    return () -> reached.add(point);
  }

  /** Counts what no test targets, and what mocks stand in for: the whole pipeline of a file. */
  void expect(TrialFile file) {
    try {
      file.processors(TrialFile.PIPELINE);
    } catch (ConfigException e) {
      // A file without a pipeline, or one that needs the mocks of a test, has what its tests run.
      return;
    }
  }

  /** What was tested of each file. */
  public List<Covered> files() {
    Map<String, List<Point>> byFile = new TreeMap<>();
    all.forEach(point -> byFile.computeIfAbsent(point.file(), _ -> new ArrayList<>()).add(point));
    return byFile.entrySet().stream()
        .map(entry -> covered(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Covered covered(String file, List<Point> points) {
    List<Point> missed = points.stream().filter(point -> !reached.contains(point)).toList();
    return new Covered(file, points.size(), missed);
  }
}
