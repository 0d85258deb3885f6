package io.usagecollector.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.dynamodb.StateTable;
import io.usagecollector.local.dynamodb.TableServer;
import io.usagecollector.local.lambda.Fleet;
import io.usagecollector.local.lambda.FunctionPackage;
import io.usagecollector.local.lambda.FunctionSettings;
import io.usagecollector.local.lambda.LambdaInstance;
import io.usagecollector.local.system.ProjectZips;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ensure function's zip under Lambda's own runtime client, called over HTTP. */
class EnsureApiIT {
  private static final ProjectZips ZIPS =
      ProjectZips.of(Path.of("..").toAbsolutePath().normalize());

  @TempDir private Path folder;

  private final FlexpriceStandIn flexprice =
      FlexpriceStandIn.start(new StandInOptions().plainHttp());
  private final HttpClient client = HttpClient.newHttpClient();
  private TableServer tables;
  private StateTable table;
  private Fleet fleet;
  private HttpApi api;

  @BeforeEach
  void start() throws IOException {
    tables = TableServer.start();
    table = StateTable.open(tables.endpoint(), "state");
    createPlan();
    fleet = new Fleet(List.of(instance(), instance()));
    api = HttpApi.start(0, fleet::invoke, Clock.systemUTC());
  }

  private void createPlan() {
    var access = new Access(flexprice.url(), flexprice.apiKey(), Optional.empty());
    try (var billing = new FlexpriceClient(access, flexprice.clientTls())) {
      String meter = billing.createMeter(MeterHandle.Draft.count("calls", "voice_call")).id();
      billing.createUnitPrice(billing.createPlan("Pro", "pro"), meter, BigDecimal.ONE, "usd");
    }
  }

  private LambdaInstance instance() throws IOException {
    Path task =
        FunctionPackage.unpack(
            ZIPS.ensure(), ZIPS.layers(), Files.createTempDirectory(folder, "task"));
    Path pipeline =
        FunctionPackage.unpackFiles(ZIPS.pipeline(), Files.createTempDirectory(folder, "pipeline"));
    var function =
        new FunctionSettings(
            "ensure",
            "io.usagecollector.ensure.EnsureHandler",
            task,
            folder,
            512,
            Duration.ofSeconds(29),
            environment(pipeline.resolve("pipeline/pipeline.yaml")));
    return new LambdaInstance(function, Clock.systemUTC(), _ -> {});
  }

  private Map<String, String> environment(Path pipeline) {
    var variables = new HashMap<String, String>();
    variables.put("PIPELINE_FILE", pipeline.toString());
    variables.put("FLEXPRICE_URL", flexprice.url().toString());
    variables.put("FLEXPRICE_API_HOST", flexprice.url().getRawAuthority());
    variables.put("FLEXPRICE_API_KEY", flexprice.apiKey());
    variables.put("STATE_TABLE", table.name());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", tables.endpoint().toString());
    variables.put("ENSURE", "subscription");
    variables.put("ENSURE_PLAN", "pro");
    variables.put("POWERTOOLS_SERVICE_NAME", "ensure");
    return variables;
  }

  @AfterEach
  void stop() {
    api.close();
    fleet.close();
    client.close();
    table.close();
    tables.close();
    flexprice.close();
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(api.url() + path));
  }

  private CompletableFuture<HttpResponse<String>> ensure(String body) {
    return client.sendAsync(
        at("/ensure")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void manyCallersGetOneCustomerWithOneSubscription() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(ensure("{\"client_id\":\"app\",\"external_user_id\":\"ü\"}"));
    }
    List<String> answers = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> call : calls) {
      HttpResponse<String> response = call.join();
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      answers.add(response.body().replace("true", "false"));
    }
    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(answers.getFirst()).startsWith("{\"customerKey\":\"app:ü\",");
    var access = new Access(flexprice.url(), flexprice.apiKey(), Optional.empty());
    try (var billing = new FlexpriceClient(access, flexprice.clientTls())) {
      assertThat(billing.subscriptions("app:ü")).hasSize(1);
    }

    HttpResponse<String> bad = ensure("{\"client_id\":\"a:b\",\"external_user_id\":\"c\"}").join();
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).startsWith("{\"error\":\"client_id_invalid\",");
    assertThat(client.send(at("/health").build(), BodyHandlers.ofString()).body()).isEqualTo("ok");
    assertThat(client.send(at("/ready").build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
    HttpResponse<String> other = client.send(at("/ensure").build(), BodyHandlers.ofString());
    assertThat(other.statusCode()).isEqualTo(405);
    assertThat(other.headers().firstValue("Allow")).contains("POST");
  }
}
