package io.usagecollector.local.system;

import java.nio.file.Path;
import java.time.Duration;

/** The functions that deliver. */
enum FunctionKind {
  FORWARD("forward", "io.usagecollector.forward.ForwardHandler"),
  REDELIVER("redeliver", "io.usagecollector.redeliver.RedeliverHandler");

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
    };
  }

  Duration timeout(SystemSettings settings) {
    return switch (this) {
      case FORWARD -> settings.function().timeout();
      case REDELIVER -> settings.redelivery().timeout();
    };
  }

  int instances(SystemSettings settings) {
    return switch (this) {
      case FORWARD -> settings.function().instances();
      case REDELIVER -> settings.redelivery().poller().maximumConcurrency();
    };
  }
}
