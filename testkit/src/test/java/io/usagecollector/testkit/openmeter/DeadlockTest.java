package io.usagecollector.testkit.openmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usagecollector.testkit.openmeter.client.PlanHandle;
import io.usagecollector.testkit.openmeter.contract.StandInOnly;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StandInOnly("would stop the server for everybody")
class DeadlockTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @ParameterizedTest(name = "TLS: {0}, connections: {1}")
  @CsvSource({"true, 4", "false, 2"})
  void asManyCreatesAsConnectionsStopTheServerUntilTheirClientsHangUp(
      boolean tls, int connections) {
    OpenMeterOptions options =
        new OpenMeterOptions().subscribing(Duration.ofMillis(500)).connections(connections);
    try (Setup setup = new Setup(tls ? options : options.plainHttp());
        HttpClient http = client(setup)) {
      PlanHandle plan = setup.plan("plan");
      List<String> customers = customers(setup, connections);
      List<CompletableFuture<HttpResponse<String>>> creates = new ArrayList<>();
      for (String customer : customers) {
        creates.add(http.sendAsync(create(setup, customer, plan), text()));
      }
      await().until(() -> setup.standIn.books().freeConnections() == 0);
      CompletableFuture<HttpResponse<String>> list = http.sendAsync(customerList(setup), text());
      await().until(() -> setup.standIn.books().waitingForConnections() == connections + 1);

      assertThat(setup.standIn.books().running().values()).allMatch(List::isEmpty);
      assertThat(list).isNotDone();
      assertThat(setup.get("/healthz/ready").status()).isEqualTo(200);
      setup.sent(Setup.event("1", "s", "{}"));

      creates.forEach(create -> create.cancel(true));
      assertThat(list.join().statusCode()).isEqualTo(200);
      await().until(() -> setup.standIn.books().freeConnections() == connections);
    }
  }

  @Test
  void oneLessGoesThrough() {
    OpenMeterOptions options = new OpenMeterOptions().subscribing(Duration.ofMillis(200));
    try (Setup setup = new Setup(options);
        HttpClient http = client(setup)) {
      PlanHandle plan = setup.plan("plan");
      List<CompletableFuture<HttpResponse<String>>> creates = new ArrayList<>();
      for (String customer : customers(setup, 3)) {
        creates.add(http.sendAsync(create(setup, customer, plan), text()));
      }
      assertThat(creates).allMatch(create -> create.join().statusCode() == 201);
      assertThat(setup.standIn.books().freeConnections()).isEqualTo(4);
    }
  }

  private static List<String> customers(Setup setup, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(setup.client.createCustomer("customer" + i));
    }
    return ids;
  }

  private static HttpRequest customerList(Setup setup) {
    return HttpRequest.newBuilder(URI.create(setup.standIn.v3() + "/customers"))
        .timeout(LONG)
        .build();
  }

  private static HttpRequest create(Setup setup, String customer, PlanHandle plan) {
    return HttpRequest.newBuilder(URI.create(setup.standIn.v3() + "/subscriptions"))
        .timeout(LONG)
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"customer\":{\"id\":\"%s\"},\"plan\":{\"id\":\"%s\"}}"
                    .formatted(customer, plan.id())))
        .build();
  }

  private static HttpClient client(Setup setup) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(setup.standIn.clientTls())
        .build();
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }
}
