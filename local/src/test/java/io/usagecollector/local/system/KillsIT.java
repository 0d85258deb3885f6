package io.usagecollector.local.system;

import static org.awaitility.Awaitility.await;

import io.usagecollector.local.FreePort;
import io.usagecollector.local.billing.BillingSettings;
import io.usagecollector.local.trigger.MappingSettings;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Processes end in the middle of what they do; what was produced is billed, once. */
class KillsIT extends EndToEnd {
  private static final String KEY = "sk_01LOCAL";
  private static final MappingSettings SMALL =
      MappingSettings.provisioned(50, Duration.ofMillis(50));

  private final AtomicBoolean sick = new AtomicBoolean(true);
  private final int port = FreePort.pick();
  private FlexpriceStandIn server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  /** What it stored is there again after each of its restarts. */
  private void startServer() {
    server =
        FlexpriceStandIn.start(
            new StandInOptions()
                .plainHttp()
                .port(port)
                .key(ApiKey.of(KEY, Role.SUPER_ADMIN))
                .data(directory.resolve("server")));
    server
        .faults()
        .duringWith("\"call_350\"", sick::get, Fault.answers(FlexpriceErrors.internalError()));
  }

  private void restartServer() {
    server.close();
    startServer();
  }

  private void awaitRequests(long count) {
    await().atMost(DEADLINE).until(() -> server.requests().ingestCount() >= count);
  }

  @Test
  void functionsKilledInMidBatchAndTheServiceRestartedSumsAreEqual() throws IOException {
    startServer();
    List<Path> impatient =
        List.of(BrokenBuild.jar("impatient", ZIPS, directory.resolve("impatient")));
    start(given -> {
      given.mapping = SMALL;
      given.firstJars = impatient;
      given.billing = new BillingSettings.Real(Access.of(server.url(), KEY), true);
    });
    produceCalls(600);
    produceValues("not json");
    switchOn();
    awaitRequests(3);
    system.killFunctions();
    awaitRequests(6);
    restartServer();
    awaitRequests(3);
    await().atMost(DEADLINE).until(() -> system.forwarded().deferred() > 0);
    system.killFunctions();
    sick.set(false);
    assertBalances(awaitDrained());
  }
}
