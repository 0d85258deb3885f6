package io.usagecollector.core.config.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every key this collector knows, and what becomes of it. A key that is not here is a mistake. */
public final class KeyTable {
  /** The keys of collector configurations. */
  public static final KeyTable STANDARD = standard();

  private final Map<String, Key> byPath;
  private final Map<String, List<String>> namesBySection;

  private KeyTable(List<Key> keys) {
    byPath = new LinkedHashMap<>();
    keys.forEach(key -> byPath.put(key.path(), key));
    namesBySection =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    Key::section, Collectors.mapping(Key::name, Collectors.toList())));
  }

  private static KeyTable standard() {
    var keys = new ArrayList<Key>();
    TopKeys.addTo(new KeyRows("", keys));
    InputKeys.addTo(keys);
    ProcessorKeys.addTo(keys);
    OutputKeys.addTo(keys);
    return new KeyTable(keys);
  }

  /** Whether the keys of a section are components, each of which does something by being there. */
  public static boolean holdsComponents(String section) {
    return List.of("input", "output", ProcessorKeys.SECTION).contains(section);
  }

  /** All keys, section by section: what the documentation prints. */
  public List<Key> keys() {
    return List.copyOf(byPath.values());
  }

  /** Whether a key of this name is known in some section. */
  public boolean knowsSomewhere(String name) {
    return namesBySection.values().stream().anyMatch(names -> names.contains(name));
  }

  public @Nullable Treatment treatment(String section, String name) {
    Key key = byPath.get(section.isEmpty() ? name : section + "." + name);
    return key == null ? null : key.treatment();
  }

  /** The names a section knows; empty where its content is not looked at. */
  public List<String> names(String section) {
    return namesBySection.getOrDefault(section, List.of());
  }
}
