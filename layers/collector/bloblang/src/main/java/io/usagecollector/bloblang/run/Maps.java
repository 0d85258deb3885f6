package io.usagecollector.bloblang.run;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The maps of a program by name. Filled while the program is planned (maps may apply each other),
 * only read afterwards.
 */
public final class Maps {
  private final Map<String, Code> byName = new HashMap<>();

  public void put(String name, Code code) {
    byName.put(name, code);
  }

  public @Nullable Code get(String name) {
    return byName.get(name);
  }
}
