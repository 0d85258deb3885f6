package io.usagecollector.local.run;

import io.usagecollector.local.http.HttpApi;
import io.usagecollector.local.lambda.Fleet;
import io.usagecollector.local.system.LocalSystem;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Where the ensure function is served, if there is one; a run goes on where the port is taken. */
record EnsurePort(Optional<HttpApi> api) implements AutoCloseable {
  static EnsurePort open(int port, LocalSystem system, Screen terminal) {
    return new EnsurePort(
        system.ensureFleet().flatMap(function -> serve(port, function, terminal)));
  }

  private static Optional<HttpApi> serve(int port, Fleet function, Screen terminal) {
    try {
      var api = HttpApi.start(port, function::invoke, InstantSource.system());
      terminal.line("  ensure     POST " + api.url() + "/ensure, GET /health, GET /ready");
      terminal.line("             scripts/ensure --url " + api.url() + " --auth-id my_app:my_user");
      return Optional.of(api);
    } catch (IOException e) {
      terminal.line(
          "  ensure     not served: port %d is taken; --ensure-port N takes another"
              .formatted(port));
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    api.ifPresent(HttpApi::close);
  }
}
