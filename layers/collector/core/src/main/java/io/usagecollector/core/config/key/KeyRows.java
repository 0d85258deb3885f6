package io.usagecollector.core.config.key;

import java.util.List;

/** Adds the keys of one section. */
record KeyRows(String section, List<Key> keys) {
  KeyRows honoured(String... names) {
    return honouredWhere("", names);
  }

  KeyRows honouredWhere(String where, String... names) {
    return add(new Treatment.Honoured(where), names);
  }

  KeyRows ignored(String notice, String... names) {
    return add(new Treatment.Ignored(notice), names);
  }

  KeyRows refused(String instead, String... names) {
    return add(new Treatment.Refused(instead), names);
  }

  private KeyRows add(Treatment treatment, String... names) {
    for (String name : names) {
      keys.add(new Key(section.isEmpty() ? name : section + "." + name, treatment));
    }
    return this;
  }
}
