package io.usagecollector.core.config.key;

/**
 * One key of the configuration and what becomes of it.
 *
 * @param path the sections it lies in and its own name, with dots: {@code input.kafka.topics}
 * @param treatment what becomes of it, and of what lies below it
 */
public record Key(String path, Treatment treatment) {
  /** The path of the section it lies in; empty at the top. */
  public String section() {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** Its own name, without the sections it lies in. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
