package io.usagecollector.core.config.output;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.reading.ComponentType;
import io.usagecollector.core.config.reading.ConfigValues;
import io.usagecollector.core.config.reading.EnsureCall;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.reading.KeyCheck;
import io.usagecollector.core.config.reading.Resources;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.sink.openmeter.OpenMeterAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes after the first output of a {@code fallback}: where upstream's dead letters go, or the
 * same endpoint once more. Ours have a queue, and what fails is sent again by the delivery itself.
 */
final class LaterOutputs {
  private static final List<String> TOLD = List.of("label", "log", "metric");

  private final KeyCheck keys;
  private final ConfigValues values;
  private final Findings findings;
  private final ComponentType types;
  private final EnsureCall ensure;
  private final Resources<Output> resources;
  private final OpenMeterReader openMeter;

  LaterOutputs(FileReading reading, Resources<Output> resources, OpenMeterReader openMeter) {
    this.keys = reading.keys();
    this.values = reading.values();
    this.findings = reading.findings();
    this.types = new ComponentType(reading);
    this.ensure = new EnsureCall(reading);
    this.resources = resources;
    this.openMeter = openMeter;
  }

  /**
   * Reads one of them, which is no output here.
   *
   * @param first where events go
   */
  void read(YamlNode node, String path, @Nullable Output first) {
    if (!(node instanceof YamlNode.Section section)) {
      notice(node, path, first);
      findings.problem(node.at(), path + " must be a section with one output");
      return;
    }
    YamlNode.Section component = types.without(section, path);
    keys.known(component, "output", path);
    YamlNode.Entry client = component.entry("http_client");
    YamlNode.Entry again = client == null ? component.entry("openmeter") : client;
    if (again != null) {
      again(component, again, path, first);
    } else {
      notice(node, path, first);
    }
    YamlNode.Entry reference = component.entry("resource");
    if (reference != null) {
      values
          .text(reference.value(), path + ".resource")
          .ifPresent(
              label -> resources.refer(label.strip(), reference.value(), path + ".resource"));
    }
  }

  private void notice(YamlNode node, String path, @Nullable Output first) {
    String service = first instanceof Output.OpenMeter ? "OpenMeter" : "Flexprice";
    findings.notice(
        node.at(),
        path + " is ignored: what " + service + " cannot take goes to the dead-letter queue");
  }

  private void again(
      YamlNode.Section component, YamlNode.Entry again, String path, @Nullable Output first) {
    String at = path + "." + again.key();
    if (!(again.value() instanceof YamlNode.Section section)) {
      findings.problem(again.at(), at + " must be a section with url");
      return;
    }
    keys.known(section, "output." + again.key(), at);
    YamlNode.Entry url = section.entry("url");
    if (url == null) {
      findings.problem(again.at(), at + " must have a url");
      return;
    }
    if (isElsewhere(openMeter.address(url.value(), at + ".url"), first)) {
      findings.problem(
          again.at(),
          at + " sends elsewhere than the output before it: events go to one billing service");
      return;
    }
    YamlNode.Entry processors = component.entry("processors");
    if (processors != null) {
      processors(processors.value(), path + ".processors");
    }
    findings.notice(
        component.at(),
        path
            + " is ignored: what OpenMeter does not take is sent again by the collector itself, and"
            + " what it refuses goes to the dead-letter queue");
  }

  /** What could not be read was told already. */
  private static boolean isElsewhere(@Nullable OpenMeterAddress address, @Nullable Output first) {
    return first instanceof Output.OpenMeter(var there, _, _, _, _, _)
        ? address != null && !there.equals(address)
        : first != null;
  }

  /** What stands before the second try may tell of it, and may ensure the customer. */
  private void processors(YamlNode node, String path) {
    List<YamlNode> items = node instanceof YamlNode.Items list ? list.items() : List.of(node);
    for (int i = 0; i < items.size(); i++) {
      String at = path + "[" + i + "]";
      if (!(items.get(i) instanceof YamlNode.Section section) || !isUnderstood(section, at)) {
        findings.problem(
            items.get(i).at(),
            at
                + " cannot be had here: a second try sends the same bytes. Before it, log, metric"
                + " and the branch that posts to /ensure are understood");
      }
    }
  }

  private boolean isUnderstood(YamlNode.Section processor, String path) {
    return processor.entries().stream()
        .allMatch(entry ->
            TOLD.contains(entry.key())
                || (entry.key().equals("branch")
                    && entry.value() instanceof YamlNode.Section branch
                    && ensure.takes(branch, path + ".branch")));
  }
}
