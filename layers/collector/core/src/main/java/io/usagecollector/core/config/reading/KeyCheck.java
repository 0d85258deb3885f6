package io.usagecollector.core.config.reading;

import io.usagecollector.bloblang.Nearest;
import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.key.KeyTable;
import io.usagecollector.core.config.key.Treatment;
import io.usagecollector.core.config.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the keys of a section against the table. */
public final class KeyCheck {
  private final KeyTable table;
  private final Findings findings;

  KeyCheck(KeyTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  /**
   * The entries that are honoured. Of the others, what is ignored becomes a notice, what is refused
   * or unknown a problem.
   *
   * @param tablePath the section in the table
   * @param shownPath the section as the file's reader knows it, list indexes and all
   */
  public List<YamlNode.Entry> honoured(
      YamlNode.Section section, String tablePath, String shownPath) {
    return section.entries().stream()
        .filter(entry -> honours(entry, tablePath, shownPath))
        .toList();
  }

  /**
   * Refuses the entries whose keys are mistakes; what is known, whatever becomes of it, is let be.
   */
  public void known(YamlNode.Section section, String tablePath, String shownPath) {
    for (YamlNode.Entry entry : section.entries()) {
      if (table.treatment(tablePath, entry.key()) == null) {
        unknown(entry, tablePath, shownPath);
      }
    }
  }

  private boolean honours(YamlNode.Entry entry, String tablePath, String shownPath) {
    String shown = join(shownPath, entry.key());
    return switch (table.treatment(tablePath, entry.key())) {
      case Treatment.Honoured _ -> true;
      case Treatment.Ignored ignored -> {
        findings.notice(entry.at(), shown + " is ignored: " + ignored.notice());
        checkBelow(entry.value(), join(tablePath, entry.key()), shown);
        yield false;
      }
      case Treatment.Refused refused -> refuse(entry, tablePath, shown, refused);
      case null -> unknown(entry, tablePath, shownPath);
    };
  }

  /** What is idle asks for nothing; but a component is one, with settings or without. */
  private boolean refuse(
      YamlNode.Entry entry, String tablePath, String shown, Treatment.Refused refused) {
    if (entry.value().isIdle() && !KeyTable.holdsComponents(tablePath)) {
      findings.notice(entry.at(), shown + " is ignored: as it stands, it has no effect");
      return false;
    }
    findings.problem(entry.at(), shown + " cannot be had here: " + refused.instead());
    return false;
  }

  /** A typing error in what is ignored is one nevertheless: the writer meant something by it. */
  private void checkBelow(YamlNode node, String tablePath, String shownPath) {
    if (!table.names(tablePath).isEmpty() && node instanceof YamlNode.Section section) {
      section.entries().forEach(entry -> checkIgnored(entry, tablePath, shownPath));
    }
  }

  private void checkIgnored(YamlNode.Entry entry, String tablePath, String shownPath) {
    String shown = join(shownPath, entry.key());
    switch (table.treatment(tablePath, entry.key())) {
      case Treatment.Honoured _, Treatment.Ignored _ ->
          checkBelow(entry.value(), join(tablePath, entry.key()), shown);
      case Treatment.Refused refused -> refuse(entry, tablePath, shown, refused);
      case null -> unknown(entry, tablePath, shownPath);
    }
  }

  private boolean unknown(YamlNode.Entry entry, String tablePath, String shownPath) {
    findings.problem(
        entry.at(), "unknown key " + join(shownPath, entry.key()) + hint(entry.key(), tablePath));
    return false;
  }

  private String hint(String word, String tablePath) {
    List<String> names = table.names(tablePath);
    Optional<String> near = Nearest.to(word, names, 2);
    return near.map(name -> ": did you mean " + name + "?")
        .orElseGet(() -> ": known here are " + honouredNames(tablePath, names));
  }

  private String honouredNames(String tablePath, List<String> names) {
    return names.stream()
        .filter(name -> !(table.treatment(tablePath, name) instanceof Treatment.Refused))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  public static String join(String section, String name) {
    return section.isEmpty() ? name : section + "." + name;
  }
}
