package io.usagecollector.local.system;

import java.nio.file.Path;
import java.time.Duration;

/** The functions. */
enum FunctionKind {
  FORWARD("forward", "io.usagecollector.forward.ForwardHandler"),
  REDELIVER("redeliver", "io.usagecollector.redeliver.RedeliverHandler"),
  ENSURE("ensure", "io.usagecollector.ensure.EnsureHandler");

  /** As in the template: an HTTP API waits for 30 seconds at most. */
  private static final Duration ENSURE_TIMEOUT = Duration.ofSeconds(29);

  private static final int ENSURE_INSTANCES = 2;

  private final String title;
  private final String handler;

  FunctionKind(String title, String handler) {
    this.title = title;
    this.handler = handler;
  }

  /** Its name, as in its logs and metrics. */
  String title() {
    return title;
  }

  String handler() {
    return handler;
  }

  Path zip(ProjectZips zips) {
    return switch (this) {
      case FORWARD -> zips.forward();
      case REDELIVER -> zips.redeliver();
      case ENSURE -> zips.ensure();
    };
  }

  Duration timeout(SystemSettings settings) {
    return switch (this) {
      case FORWARD -> settings.function().timeout();
      case REDELIVER -> settings.redelivery().timeout();
      case ENSURE -> ENSURE_TIMEOUT;
    };
  }

  int instances(SystemSettings settings) {
    return switch (this) {
      case FORWARD -> settings.function().instances();
      case REDELIVER -> settings.redelivery().poller().maximumConcurrency();
      case ENSURE -> ENSURE_INSTANCES;
    };
  }
}
