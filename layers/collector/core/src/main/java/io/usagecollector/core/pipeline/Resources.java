package io.usagecollector.core.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The file's {@code processor_resources}: processors that others refer to by their label. */
final class Resources {
  private static final String SECTION = "processor_resources";

  /** Reads one processor. */
  interface Reader {
    @Nullable Processor read(ConfigNode node, String path);
  }

  private record Resource(ConfigNode node, String path) {}

  private final Map<String, Resource> byLabel = new LinkedHashMap<>();
  private final Set<String> used = new TreeSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Findings findings;

  Resources(ConfigNode root, Findings findings) {
    this.findings = findings;
    if (root instanceof ConfigNode.Section section && section.entry(SECTION) != null) {
      ConfigNode.Entry entry = section.entry(SECTION);
      add(entry.value());
    }
  }

  private void add(ConfigNode node) {
    if (!(node instanceof ConfigNode.Items items)) {
      findings.problem(node.at(), SECTION + " is a list of processors, each with a label");
      return;
    }
    for (int i = 0; i < items.items().size(); i++) {
      ConfigNode item = items.items().get(i);
      String path = SECTION + "[" + i + "]";
      String label = Labels.of(item);
      if (label == null) {
        findings.problem(item.at(), path + " has no label, so nothing can refer to it");
      } else if (byLabel.putIfAbsent(label, new Resource(item, path)) != null) {
        findings.problem(item.at(), path + ": the label " + label + " stands here a second time");
      }
    }
  }

  /** What a reference stands for, or null and a problem. */
  @Nullable Processor read(String label, ConfigNode reference, String path, Reader reader) {
    Resource resource = byLabel.get(label);
    if (resource == null) {
      findings.problem(reference.at(), path + " names no entry of " + SECTION + known(label));
      return null;
    }
    if (open.contains(label)) {
      findings.problem(reference.at(), path + ": " + label + " refers to itself");
      return null;
    }
    return open(label, resource, reader);
  }

  private String known(String label) {
    return Nearest.to(label, byLabel.keySet())
        .map(near -> ": did you mean " + near + "?")
        .orElse(byLabel.isEmpty() ? ": there is none" : ": known are " + byLabel.keySet());
  }

  /** Reads what nothing refers to as well, since a mistake in it is one nevertheless. */
  void readUnused(Reader reader) {
    for (Map.Entry<String, Resource> entry : byLabel.entrySet()) {
      Resource resource = entry.getValue();
      if (!used.contains(entry.getKey())) {
        findings.notice(
            resource.node().at(), resource.path() + " is ignored: nothing refers to it");
        open(entry.getKey(), resource, reader);
      }
    }
  }

  private @Nullable Processor open(String label, Resource resource, Reader reader) {
    used.add(label);
    open.push(label);
    Processor processor = reader.read(resource.node(), resource.path());
    open.pop();
    return processor;
  }
}
