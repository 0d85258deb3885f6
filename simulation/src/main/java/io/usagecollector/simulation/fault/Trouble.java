package io.usagecollector.simulation.fault;

/** What goes wrong for all, for a while. */
public enum Trouble {
  /** The service answers 503 to everything. */
  OUTAGE,
  /** The service does not answer. */
  SILENCE,
  /** 429 to everything. */
  STORM,
  /** The API key is refused, by the service's own words. */
  KEY_REVOKED,
  /** Something before the service refuses the key in its own words. */
  GATEWAY_REFUSES,
  /** The service refuses every bulk and every event alike. */
  REFUSES_ALL,
  /** A page in place of the service, with a status of success. */
  PORTAL,
  /** The queues take nothing. */
  QUEUES_CLOSED,
  /** Customers cannot be made: no connection. */
  ACCOUNTS_AWAY,
  /** The key for customers is refused. */
  PROVISIONING_REFUSED,
  /** The plan of new customers is not there. */
  NO_PLAN,
  /** What is known of customers cannot be read or written. */
  TABLE_AWAY
}
