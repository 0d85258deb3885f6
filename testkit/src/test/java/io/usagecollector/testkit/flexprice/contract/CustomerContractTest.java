package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertAnswer;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertBrokenField;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertRefusal;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertValidation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.client.HttpAnswer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheet 3: customers. */
@ContractTest
class CustomerContractTest {
  private final ServerUnderTest server;

  CustomerContractTest(ServerUnderTest server) {
    this.server = server;
  }

  @Test
  void aCustomerIsCreatedWithItsFieldsAndDefaults() {
    String id = server.unique("cust");
    HttpAnswer answer =
        server.post(
            "/v1/customers",
            "{\"external_id\":\"%s\",\"name\":\"Anna\",\"metadata\":{\"source\":\"test\"}}"
                .formatted(id));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    JsonNode customer = answer.json();
    assertThat(customer.path("id").asText()).startsWith("cust_");
    assertThat(customer.path("external_id").asText()).isEqualTo(id);
    assertThat(customer.path("name").asText()).isEqualTo("Anna");
    assertThat(customer.path("status").asText()).isEqualTo("published");
    assertThat(customer.path("timezone").asText()).isEqualTo("UTC");
    assertThat(customer.path("metadata").path("source").asText()).isEqualTo("test");
  }

  @Test
  void aSecondCustomerOfTheSameExternalIdConflicts() {
    String id = server.unique("cust");
    create(id);
    assertAnswer(
        create(id),
        409,
        """
        {"code":"already_exists","message":"A customer with this identifier already exists",
         "http_status_code":409,"details":{"external_id":"%s"}}\
        """
            .formatted(id));
  }

  @Test
  void ofConcurrentCreatesOneIsMadeAndTheOthersConflict() throws Exception {
    String id = server.unique("cust");
    List<Integer> statuses = concurrently(16, () -> create(id).status());
    assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"name\":\"n\"}', ExternalID, required",
    "'{\"external_id\":\"x\"}', Name, required",
    "'{\"external_id\":\"x\",\"name\":\"n\",\"contact\":\"123456789012345678901\"}', Contact, max"
  })
  void aBrokenFieldIsNamed(String body, String field, String tag) {
    assertBrokenField(server.post("/v1/customers", body), "CreateCustomerRequest", field, tag);
  }

  @Test
  void aNameHasAtMost255Characters() {
    assertBrokenField(
        server.post(
            "/v1/customers",
            "{\"external_id\":\"%s\",\"name\":\"%s\"}"
                .formatted(server.unique("cust"), "n".repeat(256))),
        "CreateCustomerRequest",
        "Name",
        "max");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "{\"external_id\":1,\"name\":\"n\"}"})
  void whatDoesNotBindIsAnInvalidFormat(String body) {
    assertValidation(server.post("/v1/customers", body), "Invalid request format");
  }

  @Test
  void anExternalIdBeyond255CharactersBreaksTheDatabase() {
    assertRefusal(
        create(server.unique("long") + "x".repeat(255)),
        500,
        "database_error",
        "Failed to create customer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/customers/external/", "/v1/customers/lookup/"})
  void aCustomerIsLookedUpByItsExternalId(String route) {
    String id = server.unique("cust");
    String internal = create(id).json().path("id").asText();
    // Reads may go to a replica that is behind for a moment.
    server.eventually(
        () -> assertThat(server.get(route + id).json().path("id").asText()).isEqualTo(internal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/customers/external/", "/v1/customers/lookup/"})
  void anUnknownExternalIdIsNotFound(String route) {
    String id = server.unique("nobody");
    assertAnswer(
        server.get(route + id),
        404,
        """
        {"code":"not_found","message":"Customer with lookup key %s was not found",
         "http_status_code":404,"details":{"lookup_key":"%s"}}\
        """
            .formatted(id, id));
  }

  @Test
  void anExternalIdWithASlashIsFoundBySearchAndByQueryButNotInThePath() {
    String id = server.unique("a/b");
    create(id);
    server.eventually(() ->
        assertThat(
                server
                    .post("/v1/customers/search", "{\"external_ids\":[\"" + id + "\"],\"limit\":1}")
                    .json()
                    .path("items"))
            .hasSize(1));
    assertThat(
            server.get("/v1/customers?external_id=" + id.replace("/", "%2F")).json().path("items"))
        .hasSize(1);
    HttpAnswer inPath = server.get("/v1/customers/external/" + id.replace("/", "%2F"));
    assertThat(inPath.status()).isEqualTo(404);
    assertThat(inPath.body()).isEqualTo("404 page not found");
  }

  @Test
  void blanksInAnExternalIdAreKeptAndSignificant() {
    String id = server.unique("blank");
    assertThat(create(id).status()).isEqualTo(201);
    assertThat(create(id + " ").status()).isEqualTo(201);
    assertThat(create(" " + id).status()).isEqualTo(201);
  }

  @Test
  void aListSaysHowManyThereAreAndWhereTheNextPageStarts() {
    String id = server.unique("cust");
    create(id);
    server.eventually(() -> {
      JsonNode page = server.get("/v1/customers?external_id=" + id + "&limit=10").json();
      assertThat(page.path("items")).hasSize(1);
      assertThat(page.path("pagination"))
          .isEqualTo(Answers.json("{\"total\":1,\"limit\":10,\"offset\":10}"));
    });
  }

  @Test
  void anArchivedCustomerDoesNotBlockItsExternalId() {
    String id = server.unique("cust");
    String internal = create(id).json().path("id").asText();
    assertThat(server.delete("/v1/customers/" + internal).status()).isEqualTo(204);
    assertThat(create(id).status()).isEqualTo(201);
  }

  @Test
  void aCustomerWithAnActiveSubscriptionCannotBeDeleted() {
    Metered metered = server.metered();
    String customer = metered.customer();
    String internal = server.get("/v1/customers/external/" + customer).json().path("id").asText();
    assertRefusal(
        server.delete("/v1/customers/" + internal),
        400,
        "invalid_operation",
        "Please cancel all subscriptions before deleting the customer");
  }

  private HttpAnswer create(String externalId) {
    return server.post("/v1/customers", "{\"external_id\":\"" + externalId + "\",\"name\":\"n\"}");
  }

  static <T> List<T> concurrently(int times, Callable<T> action) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      return threads.invokeAll(IntStream.range(0, times).mapToObj(i -> action).toList()).stream()
          .map(Future::resultNow)
          .toList();
    }
  }
}
