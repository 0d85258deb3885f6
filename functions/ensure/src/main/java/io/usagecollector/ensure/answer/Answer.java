package io.usagecollector.ensure.answer;

import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.ensure.http.HttpResponse;
import java.util.Optional;

/**
 * What a caller is told, and how the log names it.
 *
 * @param code the fault's, or {@code ok}
 * @param fault why a customer could not be ensured, where that is it
 */
public record Answer(HttpResponse response, String code, Optional<EnsureFault> fault) {
  static final String OK = "ok";

  static Answer ok(HttpResponse response) {
    return new Answer(response, OK, Optional.empty());
  }

  static Answer of(HttpResponse response, String code) {
    return new Answer(response, code, Optional.empty());
  }
}
