package io.usagecollector.bench.forward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time goes: samples of the flight recorder, each counted for the room nearest the top of
 * its stack.
 */
final class Profile implements AutoCloseable {
  private static final Map<String, String> ROOMS =
      Map.of(
          "io.usagecollector.bloblang", "mapping",
          "io.usagecollector.core.record", "pipeline",
          "io.usagecollector.core.processor", "pipeline",
          "io.usagecollector.core.event", "event",
          "io.usagecollector.core.delivery", "delivery",
          "io.usagecollector.core.sink", "sink",
          "io.usagecollector.aws", "trigger event, logs, metrics",
          "jdk.internal.net.http", "HTTP client",
          "java.net.http", "HTTP client");

  private final Recording recording = new Recording();

  Profile() {
    recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
    recording.start();
  }

  /** Ends the recording and prints each room's share of the samples. */
  void print() throws IOException {
    recording.stop();
    var file = Files.createTempFile("forward", ".jfr");
    try {
      recording.dump(file);
      print(count(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Map<String, Integer> count(Path file) throws IOException {
    var counts = new TreeMap<String, Integer>();
    for (var event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
        counts.merge(room(event), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static String room(RecordedEvent sample) {
    return sample.getStackTrace().getFrames().stream()
        .map(Profile::room)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("other");
  }

  private static String room(RecordedFrame frame) {
    var type = frame.getMethod().getType().getName();
    return ROOMS.entrySet().stream()
        .filter(room -> type.startsWith(room.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static void print(Map<String, Integer> counts) {
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf("where the time goes (%.0f samples of Java code, 10 ms apart):%n", all);
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(room ->
            System.out.printf("  %-30s %5.1f %%%n", room.getKey(), 100 * room.getValue() / all));
  }

  @Override
  public void close() {
    recording.close();
  }
}
