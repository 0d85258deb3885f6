package io.usagecollector.core.config.reading;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code branch} in which a collector has its customers ensured before it sends: an {@code
 * http} that posts to a {@code .../ensure}, whose answer nobody reads. Here it stands for a
 * setting: the collector ensures customers itself.
 */
public final class EnsureCall {
  private static final String TABLE = "pipeline.processors[].http";
  private static final String TAKEN =
      " is taken as: customers are ensured before their events are sent. It calls nobody: set"
          + " ENSURE to customer or subscription, and the customer is the event's subject";

  private final KeyCheck keys;
  private final ConfigValues values;
  private final Findings findings;

  public EnsureCall(FileReading reading) {
    this.keys = reading.keys();
    this.values = reading.values();
    this.findings = reading.findings();
  }

  /**
   * Whether a branch is such a call; then there is a notice, and a problem where its answer is
   * read.
   *
   * @param branch the section {@code branch}
   */
  public boolean takes(YamlNode.Section branch, String path) {
    YamlNode.Section http = http(branch);
    if (http == null) {
      return false;
    }
    String at = path + ".processors[0].http";
    YamlNode.Entry url = http.entry("url");
    if (url == null || !leadsToEnsure(url.value(), at + ".url")) {
      return false;
    }
    keys.honoured(http, TABLE, at);
    YamlNode.Entry verb = http.entry("verb");
    if (verb == null
        || !values.text(verb.value(), at + ".verb").orElse("").strip().equals("POST")) {
      findings.problem(http.at(), at + ".verb must be POST, with which customers are ensured");
    }
    YamlNode.Entry result = branch.entry("result_map");
    if (result != null && !isEmpty(result.value())) {
      findings.problem(
          result.value().at(),
          path
              + ".result_map reads an answer that does not come: the customer is the event's"
              + " subject, so leave result_map out");
    }
    findings.notice(branch.at(), path + TAKEN);
    return true;
  }

  /** Its one processor, if that is {@code http}. */
  private static YamlNode.@Nullable Section http(YamlNode.Section branch) {
    YamlNode.Entry processors = branch.entry("processors");
    if (processors == null
        || !(processors.value() instanceof YamlNode.Items items)
        || items.items().size() != 1
        || !(items.items().getFirst() instanceof YamlNode.Section only)) {
      return null;
    }
    List<YamlNode.Entry> kinds =
        only.entries().stream().filter(entry -> !entry.key().equals("label")).toList();
    boolean http = kinds.size() == 1 && kinds.getFirst().key().equals("http");
    return http && kinds.getFirst().value() instanceof YamlNode.Section section ? section : null;
  }

  private boolean leadsToEnsure(YamlNode url, String path) {
    if (!(url instanceof YamlNode.Scalar scalar)) {
      return false;
    }
    // Written out it need not be: what is not called need not be known.
    return scalar.text().written().strip().endsWith("/ensure")
        || values.text(url, path).orElse("").strip().endsWith("/ensure");
  }

  private static boolean isEmpty(YamlNode node) {
    return node.isNull()
        || (node instanceof YamlNode.Scalar scalar && scalar.text().written().isBlank());
  }
}
