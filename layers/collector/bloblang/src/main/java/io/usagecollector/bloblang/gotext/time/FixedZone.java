package io.usagecollector.bloblang.gotext.time;

/** One offset for all time. */
record FixedZone(String name, int offset) implements Zone {
  @Override
  public int offsetAt(long unixSeconds) {
    return offset;
  }

  @Override
  public String abbreviationAt(long unixSeconds) {
    return name;
  }
}
