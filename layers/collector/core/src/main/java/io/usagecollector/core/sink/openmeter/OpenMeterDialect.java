package io.usagecollector.core.sink.openmeter;

/** The two APIs that OpenMeter is asked by: they name, list and answer differently. */
public enum OpenMeterDialect {
  /** {@code /v3/openmeter}: Konnect's, and beside the other on a server of one's own. */
  KONNECT_V3,
  /** {@code /api/v1}: of a server of one's own, and of OpenMeter's own cloud. */
  OPENMETER_V1
}
