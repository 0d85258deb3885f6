package io.usagecollector.testkit.openmeter.contract;

import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V1;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V3;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.openmeter.client.OpenMeterClient;
import io.usagecollector.testkit.openmeter.client.PlanHandle;
import org.junit.jupiter.api.Test;

/** Sheets 3 and 4: plans and their versions. */
@ContractTest
class PlanContractTest {
  private final ServerUnderTest server;
  private final OpenMeterClient client;

  PlanContractTest(ServerUnderTest server) {
    this.server = server;
    this.client = server.client();
  }

  @Test
  void aPlanIsADraftUntilItIsPublishedAndArchivedInTheEnd() {
    PlanHandle draft = client.draftPlan(server.unique("plan"));
    assertThat(draft.version()).isEqualTo(1);
    assertThat(draft.status()).isEqualTo("draft");
    assertThat(client.activePlan(draft.key())).isEmpty();
    assertThat(client.publishPlan(draft.id()).status()).isEqualTo("active");
    assertThat(client.activePlan(draft.key())).map(PlanHandle::id).contains(draft.id());
    assertThat(client.archivePlan(draft.id()).status()).isEqualTo("archived");
    assertThat(client.activePlan(draft.key())).isEmpty();
  }

  @Test
  void publishingAVersionArchivesTheOneBefore() {
    String key = server.unique("plan");
    PlanHandle first = client.publishPlan(client.draftPlan(key).id());
    PlanHandle second = client.publishPlan(client.draftPlan(key).id());
    assertThat(second.version()).isEqualTo(2);
    server.eventually(
        () -> assertThat(client.activePlan(key)).map(PlanHandle::id).contains(second.id()));
    assertThat(server.get(V3 + "/plans/" + first.id()).json().path("status").asText())
        .isEqualTo("archived");
  }

  @Test
  void everyVersionIsListedUnderItsKey() {
    String key = server.unique("plan");
    client.publishPlan(client.draftPlan(key).id());
    client.draftPlan(key);
    HttpAnswer list = server.get(V3 + "/plans?" + filter("key", key));
    assertThat(list.json().at("/meta/page/total").asInt()).isEqualTo(2);
    HttpAnswer v1 = server.get(V1 + "/plans?status=active&key=" + key);
    assertThat(v1.json().path("items")).hasSize(1);
    assertThat(v1.json().at("/items/0/version").asInt()).isEqualTo(1);
    assertThat(v1.json().at("/items/0/status").asText()).isEqualTo("active");
  }

  @Test
  void aFilterThatIsUnknownIsRefused() {
    assertThat(server.get(V3 + "/plans?" + filter("nobody", "x")).status()).isEqualTo(400);
  }
}
