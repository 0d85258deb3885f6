package io.usagecollector.core.config.reading;

import io.usagecollector.bloblang.Nearest;
import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.yaml.Pointer;
import io.usagecollector.core.config.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One of the file's lists of resources, {@code processor_resources} or {@code output_resources}:
 * components that others refer to by their label.
 *
 * @param <T> what a component is read as
 */
public final class Resources<T> {
  /** Reads one component. */
  public interface Reader<T> {
    public @Nullable T read(YamlNode node, String path);
  }

  private record Resource(YamlNode node, String path) {}

  private final Map<String, Resource> byLabel = new LinkedHashMap<>();
  private final Set<String> used = new TreeSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final String section;
  private final Findings findings;

  /**
   * @param section the list's name
   */
  public Resources(String section, YamlNode root, Findings findings) {
    this.section = section;
    this.findings = findings;
    YamlNode list = Pointer.below(root, section);
    if (list != null) {
      add(list);
    }
  }

  private void add(YamlNode node) {
    if (!(node instanceof YamlNode.Items items)) {
      findings.problem(node.at(), section + " must be a list of components, each with a label");
      return;
    }
    for (int i = 0; i < items.items().size(); i++) {
      YamlNode item = items.items().get(i);
      String path = section + "[" + i + "]";
      String label = Labels.of(item);
      if (label == null) {
        findings.problem(item.at(), path + " has no label, so nothing can refer to it");
      } else if (byLabel.putIfAbsent(label, new Resource(item, path)) != null) {
        findings.problem(item.at(), path + ": the label " + label + " stands here a second time");
      }
    }
  }

  /** What a reference stands for, or null and a problem. */
  public @Nullable T read(String label, YamlNode reference, String path, Reader<T> reader) {
    Resource resource = byLabel.get(label);
    if (resource == null) {
      findings.problem(reference.at(), path + " names no entry of " + section + known(label));
      return null;
    }
    if (open.contains(label)) {
      findings.problem(reference.at(), path + ": " + label + " refers to itself");
      return null;
    }
    return open(label, resource, reader);
  }

  private String known(String label) {
    return Nearest.to(label, byLabel.keySet(), 2)
        .map(near -> ": did you mean " + near + "?")
        .orElse(byLabel.isEmpty() ? ": there is none" : ": known are " + byLabel.keySet());
  }

  /** Takes note that a component is referred to; a problem if there is none. */
  public void refer(String label, YamlNode reference, String path) {
    if (byLabel.containsKey(label)) {
      used.add(label);
    } else {
      findings.problem(reference.at(), path + " names no entry of " + section + known(label));
    }
  }

  /** Tells what nothing refers to. */
  public void noticeUnused() {
    for (Map.Entry<String, Resource> entry : byLabel.entrySet()) {
      if (!used.contains(entry.getKey())) {
        ignored(entry.getValue());
      }
    }
  }

  private void ignored(Resource resource) {
    findings.notice(resource.node().at(), resource.path() + " is ignored: nothing refers to it");
  }

  /** Reads what nothing refers to as well, since a mistake in it is one nevertheless. */
  public void readUnused(Reader<T> reader) {
    for (Map.Entry<String, Resource> entry : byLabel.entrySet()) {
      Resource resource = entry.getValue();
      if (!used.contains(entry.getKey())) {
        ignored(resource);
        open(entry.getKey(), resource, reader);
      }
    }
  }

  private @Nullable T open(String label, Resource resource, Reader<T> reader) {
    used.add(label);
    open.push(label);
    T read = reader.read(resource.node(), resource.path());
    open.pop();
    return read;
  }
}
