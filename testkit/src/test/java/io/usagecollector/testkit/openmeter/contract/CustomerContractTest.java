package io.usagecollector.testkit.openmeter.contract;

import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V1;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V3;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.encoded;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.filter;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.client.HttpAnswer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheet 3 and 4: customers. */
@ContractTest
class CustomerContractTest {
  private final ServerUnderTest server;

  CustomerContractTest(ServerUnderTest server) {
    this.server = server;
  }

  @Test
  void aCustomerOfV3HasItsKeyAndItsSubjects() {
    String key = server.unique("cust");
    HttpAnswer answer = create(key);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("key").asText()).isEqualTo(key);
    assertThat(answer.json().at("/usage_attribution/subject_keys/0").asText()).isEqualTo(key);
    assertThat(answer.json().path("id").asText()).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
  }

  @Test
  void aCustomerOfV1IsWrittenInCamelCase() {
    String key = server.unique("cust");
    HttpAnswer answer = createV1(key);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().at("/usageAttribution/subjectKeys/0").asText()).isEqualTo(key);
  }

  @Test
  void aKeyMayHoldWhateverPeopleWriteInTheirNames() {
    String key = server.unique("acme") + ":jö|@/? & \"x\"";
    HttpAnswer made = server.post(V3 + "/customers", body(key.replace("\"", "\\\"")));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(listed(key)).containsExactly(key);
  }

  @Test
  void aSecondCustomerOfTheKeyConflicts() {
    String key = server.unique("cust");
    create(key);
    HttpAnswer again = create(key);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.header("content-type")).startsWith("application/problem+json");
    assertThat(again.json().path("type").asText()).isEqualTo("about:blank");
    assertThat(again.json().path("title").asText()).isEqualTo("Conflict");
    assertThat(again.json().path("status").asInt()).isEqualTo(409);
    assertThat(again.json().path("detail").asText()).startsWith("conflict error: key ");
  }

  @Test
  void aSecondCustomerOfTheKeyConflictsInV1Too() {
    String key = server.unique("cust");
    createV1(key);
    assertThat(createV1(key).status()).isEqualTo(409);
  }

  @Test
  void ofCreatesAtOnceOneIsMadeAndTheOthersConflict() throws Exception {
    String key = server.unique("cust");
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Integer> statuses =
          threads
              .invokeAll(
                  IntStream.range(0, 16)
                      .mapToObj(
                          i -> (java.util.concurrent.Callable<Integer>) () -> create(key).status())
                      .toList())
              .stream()
              .map(Future::resultNow)
              .toList();
      assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }
    assertThat(listed(key)).containsExactly(key);
  }

  @Test
  void aSubjectOfAnotherCustomerConflicts() {
    String key = server.unique("cust");
    create(key);
    HttpAnswer other =
        server.post(
            V3 + "/customers",
            """
            {"name":"n","key":"%s","usage_attribution":{"subject_keys":["%s"]}}\
            """
                .formatted(server.unique("other"), key));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().path("detail").asText()).contains("subject keys of [" + key + "]");
  }

  @Test
  void aKeyThatIsAnothersSubjectConflictsAndNamesIt() {
    String subject = server.unique("subject");
    HttpAnswer owner =
        server.post(
            V3 + "/customers",
            """
            {"name":"n","key":"%s","usage_attribution":{"subject_keys":["%s"]}}\
            """
                .formatted(server.unique("owner"), subject));
    HttpAnswer answer = create(subject);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("detail").asText())
        .isEqualTo(
            "conflict error: key %s overlaps with subject of another customer: %s"
                .formatted(subject, owner.json().path("id").asText()));
  }

  @Test
  void withoutSubjectsAnotherMayClaimTheKeyAsItsOwn() {
    String key = server.unique("bare");
    assertThat(server.post(V3 + "/customers", "{\"name\":\"n\",\"key\":\"" + key + "\"}").status())
        .isEqualTo(201);
    HttpAnswer claimant =
        server.post(
            V3 + "/customers",
            """
            {"name":"n","key":"%s","usage_attribution":{"subject_keys":["%s"]}}\
            """
                .formatted(server.unique("claimant"), key));
    assertThat(claimant.status()).isEqualTo(201);
  }

  @Test
  void v3FindsByTheExactKeyOnly() {
    String key = server.unique("exact");
    create(key);
    create(key + "_longer");
    assertThat(listed(key)).containsExactly(key);
    assertThat(
            server
                .get(V3 + "/customers?" + encoded("filter[key]") + "=" + key)
                .json()
                .path("data")
                .findValuesAsText("key"))
        .containsExactly(key);
    assertThat(listed(key.toUpperCase(Locale.ROOT))).isEmpty();
    assertThat(listed(key.substring(0, key.length() - 1))).isEmpty();
  }

  @Test
  void v3FindsBySubject() {
    String key = server.unique("sub");
    create(key);
    HttpAnswer found =
        server.get(V3 + "/customers?" + filter("usage_attribution_subject_key", key));
    assertThat(found.json().path("data").findValuesAsText("key")).containsExactly(key);
  }

  @Test
  void v3AnswersPages() {
    HttpAnswer page =
        server.get(
            V3 + "/customers?" + encoded("page[number]") + "=1&" + encoded("page[size]") + "=100");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().path("data").isArray()).isTrue();
    assertThat(page.json().at("/meta/page/number").asInt()).isEqualTo(1);
    assertThat(page.json().at("/meta/page/size").asInt()).isEqualTo(100);
    assertThat(page.json().at("/meta/page/total").isNumber()).isTrue();
  }

  @Test
  void v1FindsByPartsOfTheKeyInAnyCase() {
    String key = server.unique("part");
    create(key + "_a");
    create(key + "_b");
    HttpAnswer found =
        server.get(V1 + "/customers?pageSize=1000&key=" + encoded(key.toUpperCase(Locale.ROOT)));
    assertThat(found.json().path("items").findValuesAsText("key")).contains(key + "_a", key + "_b");
    assertThat(found.json().path("totalCount").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"filter[nobody]=x", "filter[key]=a&filter[key]=b"})
  void aFilterThatIsUnknownOrRepeatedIsRefused(String query) {
    String escaped = query.replace("[", "%5B").replace("]", "%5D");
    assertThat(server.get(V3 + "/customers?" + escaped).status()).isEqualTo(400);
  }

  @Test
  void anUnknownParameterIsPassedOver() {
    assertThat(server.get(V3 + "/customers?nobody=x").status()).isEqualTo(200);
  }

  @Test
  void v3KnowsCustomersByIdOnly() {
    String key = server.unique("byid");
    String id = create(key).json().path("id").asText();
    assertThat(server.get(V3 + "/customers/" + id).json().path("key").asText()).isEqualTo(key);
    HttpAnswer byKey = server.get(V3 + "/customers/" + key);
    assertThat(byKey.status()).isEqualTo(404);
    assertThat(byKey.json().path("type").asText())
        .isEqualTo("https://kongapi.info/konnect/not-found");
    assertThat(server.get(V3 + "/customers/" + id.toLowerCase(Locale.ROOT)).status())
        .isEqualTo(404);
  }

  @Test
  void v1KnowsCustomersByKeyToo() {
    String key = server.unique("bykey");
    create(key);
    assertThat(server.get(V1 + "/customers/" + key).json().path("key").asText()).isEqualTo(key);
  }

  @Test
  void aDeletedCustomerIsReadButNotListedAndItsKeyIsFree() {
    String key = server.unique("gone");
    String id = create(key).json().path("id").asText();
    assertThat(server.delete(V3 + "/customers/" + id).status()).isEqualTo(204);
    HttpAnswer read = server.get(V3 + "/customers/" + id);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().path("deleted_at").asText()).isNotEmpty();
    assertThat(listed(key)).isEmpty();
    assertThat(create(key).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"key\":\"%s\"}'",
    "'{\"name\":\"n\"}'",
    "'{\"name\":\"\",\"key\":\"%s\"}'",
    "'{\"name\":\"n\",\"key\":\"%s\",\"nobody\":1}'",
    "'{\"name\":\"n\",\"key\":\"%s\",\"metadata\":{}}'",
    "'{\"name\":\"n\",\"key\":\"%s\",\"usage_attribution\":{\"subject_keys\":[\"\"]}}'",
    "'{\"name\":\"n\",\"key\":\"%s\",\"labels\":{\"auth\":\"a:b\"}}'",
    "'not json'"
  })
  void v3RefusesBodiesThatAreNotAsItWantsThem(String body) {
    HttpAnswer answer = server.post(V3 + "/customers", body.replace("%s", server.unique("bad")));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  @Test
  void aKeyHasAtMost256Characters() {
    String key = server.unique("long");
    assertThat(create(key + "k".repeat(256 - key.length())).status()).isEqualTo(201);
    assertThat(create(key + "k".repeat(257 - key.length())).status()).isEqualTo(400);
  }

  @Test
  void v1PassesOverFieldsInTheOthersCase() {
    String key = server.unique("snake");
    HttpAnswer made =
        server.post(
            V1 + "/customers",
            """
            {"name":"n","key":"%s","usage_attribution":{"subject_keys":["%s"]}}\
            """
                .formatted(key, key));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    JsonNode subjects = made.json().at("/usageAttribution/subjectKeys");
    assertThat(subjects.isMissingNode() || subjects.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V3})
  void aNulInAKeyBreaksTheServer(String api) {
    HttpAnswer answer =
        server.post(
            api + "/customers", "{\"name\":\"n\",\"key\":\"" + server.unique("nul") + "\\u0000\"}");
    assertThat(answer.status()).isEqualTo(500);
  }

  private List<String> listed(String key) {
    HttpAnswer found = server.get(V3 + "/customers?" + filter("key", key));
    assertThat(found.status()).as(found.body()).isEqualTo(200);
    return found.json().path("data").findValuesAsText("key");
  }

  private HttpAnswer create(String key) {
    return server.post(V3 + "/customers", body(key));
  }

  private HttpAnswer createV1(String key) {
    return server.post(
        V1 + "/customers",
        """
        {"name":"n","key":"%s","usageAttribution":{"subjectKeys":["%s"]}}\
        """
            .formatted(key, key));
  }

  private static String body(String key) {
    return """
    {"name":"n","key":"%s","usage_attribution":{"subject_keys":["%s"]}}\
    """
        .formatted(key, key);
  }
}
