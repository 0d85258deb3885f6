package io.usagecollector.core.config.variable;

import io.usagecollector.core.config.yaml.WrittenText;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a secret: where its value comes from, never the value. It is looked up at each
 * {@link #reveal}, so that nothing secret is in a snapshot, and a changed secret is seen.
 */
public final class Secret {
  private static final String ARN_SUFFIX = "_SECRET_ARN";

  private final WrittenText template;
  private final EnvironmentVariables environment;

  public Secret(WrittenText template, EnvironmentVariables environment) {
    this.template = template;
    this.environment = environment;
  }

  /**
   * The value as it is now: of each {@code ${X}} the environment's X, else the secret that
   * X_SECRET_ARN names, else the default written in the file.
   */
  public String reveal(SecretSource source) {
    return template.pieces().stream()
        .map(piece -> reveal(piece, source))
        .collect(Collectors.joining())
        .strip();
  }

  /** Whether another {@link #reveal} may give another value: some of it lies in a secret store. */
  public boolean refetchable() {
    return template.references().stream().anyMatch(reference -> arn(reference) != null);
  }

  /** The first reference that nothing answers, or null if the secret can be revealed. */
  public WrittenText.@Nullable Reference unanswered() {
    return template.references().stream()
        .filter(reference -> set(reference) == null && arn(reference) == null)
        .filter(reference -> reference.otherwise() == null)
        .findFirst()
        .orElse(null);
  }

  /** Whether it is empty, and stays so: nothing is written, and no variable or secret named. */
  public boolean isNothing() {
    return template.pieces().stream()
        .allMatch(piece ->
            switch (piece) {
              case WrittenText.Plain plain -> plain.text().isBlank();
              case WrittenText.Escaped _ -> false;
              case WrittenText.Reference reference ->
                  set(reference) == null
                      && arn(reference) == null
                      && (reference.otherwise() == null || reference.otherwise().isBlank());
            });
  }

  private String reveal(WrittenText.Piece piece, SecretSource source) {
    return switch (piece) {
      case WrittenText.Plain plain -> plain.text();
      case WrittenText.Escaped escaped -> escaped.text();
      case WrittenText.Reference reference -> reveal(reference, source);
    };
  }

  private String reveal(WrittenText.Reference reference, SecretSource source) {
    String set = set(reference);
    if (set != null) {
      return set;
    }
    String arn = arn(reference);
    if (arn != null) {
      return source.fetch(arn);
    }
    String otherwise = reference.otherwise();
    return otherwise == null ? "" : otherwise;
  }

  private @Nullable String set(WrittenText.Reference reference) {
    return nonEmpty(environment.get(reference.name()));
  }

  private @Nullable String arn(WrittenText.Reference reference) {
    return set(reference) == null ? nonEmpty(environment.get(reference.name() + ARN_SUFFIX)) : null;
  }

  private static @Nullable String nonEmpty(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  /** Tells nothing: what is written in the file may be the secret itself. */
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
