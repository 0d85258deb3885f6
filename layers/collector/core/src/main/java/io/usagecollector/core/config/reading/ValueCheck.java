package io.usagecollector.core.config.reading;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.key.SecretName;
import io.usagecollector.core.config.yaml.WrittenText;
import io.usagecollector.core.config.yaml.YamlNode;
import java.util.List;

/** Looks over all values of a file: for references that are none, and for secrets in the open. */
public final class ValueCheck {
  private static final String QUERY =
      " holds ${! that nothing runs here: write ${NAME}, and set the variable";
  private static final String IN_THE_OPEN =
      " is a secret that everyone sees who sees the file: write ${NAME}, and set the variable";

  /** Sections whose texts are Bloblang, where such a beginning may be meant as it stands. */
  private static final List<String> PROCESSORS =
      List.of("pipeline", "processors", "processor_resources", "tests");

  /** Sections that are read; in others a mistake has no effect. */
  private static final List<String> READ = List.of("input", "output", "output_resources");

  private final Findings findings;

  public ValueCheck(Findings findings) {
    this.findings = findings;
  }

  /** Tells what it finds in a whole file. */
  public void check(YamlNode.Section root) {
    for (YamlNode.Entry entry : root.entries()) {
      entry(entry, "", READ.contains(entry.key()));
    }
  }

  private void entry(YamlNode.Entry entry, String section, boolean read) {
    String path = KeyCheck.join(section, entry.key());
    if (PROCESSORS.contains(entry.key())) {
      queries(entry.value(), path);
      return;
    }
    if (entry.value() instanceof YamlNode.Scalar scalar && isSecret(entry.key(), path)) {
      inTheOpen(scalar, path);
    }
    value(entry.value(), path, read);
  }

  private void value(YamlNode node, String path, boolean read) {
    switch (node) {
      case YamlNode.Scalar scalar -> text(scalar, path, read);
      case YamlNode.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          value(items.items().get(i), path + "[" + i + "]", read);
        }
      }
      case YamlNode.Section section -> section.entries().forEach(entry -> entry(entry, path, read));
    }
  }

  private void text(YamlNode.Scalar scalar, String path, boolean read) {
    if (scalar.text().holdsNoReference()) {
      unknown(scalar, path, read);
    } else if (read && scalar.text().holdsQuery()) {
      findings.problem(scalar.at(), path + QUERY);
    }
  }

  private void unknown(YamlNode.Scalar scalar, String path, boolean read) {
    if (read) {
      findings.problem(scalar.at(), path + WrittenText.NO_REFERENCE);
    } else {
      findings.notice(scalar.at(), path + WrittenText.NO_REFERENCE);
    }
  }

  /** In Bloblang it may be a text of its own, so it is told and taken. */
  private void queries(YamlNode node, String path) {
    switch (node) {
      case YamlNode.Scalar scalar -> {
        if (scalar.text().holdsNoReference()) {
          findings.notice(scalar.at(), path + WrittenText.NO_REFERENCE);
        }
      }
      case YamlNode.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          queries(items.items().get(i), path + "[" + i + "]");
        }
      }
      case YamlNode.Section section ->
          section
              .entries()
              .forEach(entry -> queries(entry.value(), KeyCheck.join(path, entry.key())));
    }
  }

  private static boolean isSecret(String key, String path) {
    return SecretName.is(key) || (key.equals("key") && path.contains("client_certs"));
  }

  /** What stands before a token in a header, and is none itself. */
  private static boolean isScheme(String text) {
    return text.strip().equalsIgnoreCase("Bearer");
  }

  private void inTheOpen(YamlNode.Scalar scalar, String path) {
    boolean open =
        scalar.text().pieces().stream()
            .anyMatch(piece ->
                switch (piece) {
                  case WrittenText.Plain(String text) -> !text.isBlank() && !isScheme(text);
                  case WrittenText.Escaped _ -> true;
                  case WrittenText.Reference(_, _, String otherwise) ->
                      otherwise != null && !otherwise.isBlank();
                });
    if (open && !scalar.isNull() && !scalar.text().holdsNoReference()) {
      findings.notice(scalar.at(), path + IN_THE_OPEN);
    }
  }
}
