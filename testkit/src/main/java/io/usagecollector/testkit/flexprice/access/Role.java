package io.usagecollector.testkit.flexprice.access;

/** What a key may do. Roles of FX internal/config/rbac/roles.json. */
public enum Role {
  SUPER_ADMIN,
  ALL_WRITER,
  ALL_READER,
  EVENT_INGESTOR,
  EVENT_READER;

  /** Whether a key of this role may write entities of this kind. Reading is gated nowhere. */
  public boolean mayWrite(String entity) {
    return switch (this) {
      case SUPER_ADMIN, ALL_WRITER -> true;
      case EVENT_INGESTOR -> entity.equals("event");
      case ALL_READER, EVENT_READER -> false;
    };
  }
}
