package io.usagecollector.core.config.reading;

import io.usagecollector.bloblang.ImportSource;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Notes which files a configuration's mappings import: what it means changes with them. */
public final class NotedImports implements ImportSource {
  private final ImportSource files;
  private final SortedMap<String, String> texts = new TreeMap<>();

  NotedImports(ImportSource files) {
    this.files = files;
  }

  @Override
  public String read(String path) throws IOException {
    String text = files.read(path);
    texts.put(path, text);
    return text;
  }

  /** The texts of the files so far, by their paths. */
  public SortedMap<String, String> texts() {
    return Collections.unmodifiableSortedMap(texts);
  }
}
