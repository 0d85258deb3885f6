package io.usagecollector.core.config.output;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.reading.ConfigValues;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.reading.KeyCheck;
import io.usagecollector.core.config.yaml.Pointer;
import io.usagecollector.core.config.yaml.YamlNode;
import java.util.List;
import java.util.OptionalInt;

/** Reads {@code batching} and {@code max_in_flight}, which all outputs have alike. */
final class BulkSettings {
  private final KeyCheck keys;
  private final ConfigValues values;
  private final Findings findings;

  BulkSettings(FileReading reading) {
    this.keys = reading.keys();
    this.values = reading.values();
    this.findings = reading.findings();
  }

  /**
   * What the file allows a bulk, where it limits it.
   *
   * @param events how many events
   * @param bytes how many bytes
   */
  record Limits(OptionalInt events, OptionalInt bytes) {
    static final Limits NONE = new Limits(OptionalInt.empty(), OptionalInt.empty());
  }

  /**
   * The limits of a bulk.
   *
   * @param tablePath the output in the table of keys
   * @param path the output as the file's reader knows it
   */
  Limits limits(YamlNode.Section output, String tablePath, String path) {
    YamlNode.Entry batching = output.entry("batching");
    if (batching == null || batching.value().isNull()) {
      return Limits.NONE;
    }
    String shown = path + ".batching";
    if (!(batching.value() instanceof YamlNode.Section section)) {
      findings.problem(batching.at(), shown + " must be a section");
      return Limits.NONE;
    }
    OptionalInt events = OptionalInt.empty();
    OptionalInt bytes = OptionalInt.empty();
    for (YamlNode.Entry entry : keys.honoured(section, tablePath + ".batching", shown)) {
      String at = shown + "." + entry.key();
      switch (entry.key()) {
        case "count" -> events = above(1, values.integer(entry.value(), at));
        case "byte_size" -> bytes = above(0, values.integer(entry.value(), at));
        default -> processors(entry.value(), at);
      }
    }
    return new Limits(events, bytes);
  }

  OptionalInt inFlight(YamlNode.Section output, String path) {
    YamlNode.Entry entry = output.entry("max_in_flight");
    return entry == null || entry.value().isNull()
        ? OptionalInt.empty()
        : above(0, values.integer(entry.value(), path + ".max_in_flight"));
  }

  /** Upstream's policy takes counts up to one, and zero bytes, as no limit. */
  private static OptionalInt above(int least, OptionalInt limit) {
    return limit.isPresent() && limit.getAsInt() > least ? limit : OptionalInt.empty();
  }

  /** A batch is made one array there by hand, which here each request is. */
  private void processors(YamlNode node, String path) {
    if (node.isIdle()) {
      return;
    }
    if (!(node instanceof YamlNode.Items items)) {
      findings.problem(node.at(), path + " must be a list of processors");
      return;
    }
    for (int i = 0; i < items.items().size(); i++) {
      YamlNode item = items.items().get(i);
      String at = path + "[" + i + "]";
      if (isArray(item, at)) {
        findings.notice(item.at(), at + " is ignored: a request is an array of events, always");
      } else if (item instanceof YamlNode.Section section && isTold(section)) {
        findings.notice(item.at(), at + " is ignored: requests have metrics and logs of their own");
      } else {
        findings.problem(
            item.at(),
            at
                + " cannot be had here: bulks are cut anew with each try; archive to a json_array"
                + " is understood, and anything else belongs into pipeline.processors");
      }
    }
  }

  private static boolean isTold(YamlNode.Section section) {
    return section.entries().stream()
        .allMatch(entry ->
            entry.key().equals("metric")
                || entry.key().equals("log")
                || entry.key().equals("label"));
  }

  private boolean isArray(YamlNode item, String path) {
    YamlNode format = new Pointer(List.of("archive", "format")).find(item);
    return format != null
        && values.text(format, path + ".archive.format").orElse("").equals("json_array");
  }
}
