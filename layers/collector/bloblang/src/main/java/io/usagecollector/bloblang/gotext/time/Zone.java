package io.usagecollector.bloblang.gotext.time;

import io.usagecollector.bloblang.gotext.GoException;

/** A time zone as Go has it: an offset and an abbreviation for every moment. */
public sealed interface Zone permits FixedZone, Region {
  /** Also the local zone. */
  Zone UTC = new FixedZone("UTC", 0);

  /**
   * Go's {@code time.LoadLocation}: an IANA name in its own case, {@code UTC} (also the empty name)
   * or {@code Local}, which is UTC here.
   *
   * @throws GoException {@code unknown time zone X}, {@code time: invalid location name}
   */
  static Zone load(String name) throws GoException {
    if (name.isEmpty() || name.equals("UTC") || name.equals("Local")) {
      return UTC;
    }
    if (name.contains("..") || name.startsWith("/") || name.startsWith("\\")) {
      throw new GoException("time: invalid location name");
    }
    return Region.find(name);
  }

  /** Go's {@code time.FixedZone}; without a name it prints as its offset. */
  static Zone fixed(String name, int offset) {
    return new FixedZone(name, offset);
  }

  /** The name it was loaded or made with; may be empty. */
  String name();

  /** Seconds east of UTC. */
  int offsetAt(long unixSeconds);

  /** As {@code MST} prints it; empty where the zone has none. */
  String abbreviationAt(long unixSeconds);
}
