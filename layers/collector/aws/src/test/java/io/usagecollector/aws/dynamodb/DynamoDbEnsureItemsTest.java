package io.usagecollector.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.guard.EnsureItem;
import io.usagecollector.core.customer.guard.EnsureItem.Lease;
import io.usagecollector.core.customer.guard.EnsureItem.Pause;
import io.usagecollector.core.customer.guard.EnsureItems.Write;
import io.usagecollector.core.customer.guard.EnsureState;
import io.usagecollector.core.customer.guard.EnsureState.CustomerReady;
import io.usagecollector.core.customer.guard.EnsureState.FailedConfig;
import io.usagecollector.core.customer.guard.EnsureState.Pending;
import io.usagecollector.core.customer.guard.EnsureState.Ready;
import io.usagecollector.core.customer.guard.ItemsAwayException;
import io.usagecollector.core.customer.guard.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbEnsureItemsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Wish WISH = new Wish(NOW, "a:b", Optional.of(NOW.minusSeconds(60)));
  private static final Write DONE = new Write.Done();
  private static final Write BEATEN = new Write.Beaten();
  private static LocalTable table;

  private final CustomerKey key = new CustomerKey("a:" + UUID.randomUUID());
  private final DynamoDbEnsureItems items = items("flexprice");

  @BeforeAll
  static void start() {
    table = new LocalTable();
  }

  @AfterAll
  static void stop() {
    table.close();
  }

  private static DynamoDbEnsureItems items(String service) {
    return new DynamoDbEnsureItems(table.table(), service, CLOCK);
  }

  private static EnsureItem held(EnsureState state, long fence, String owner) {
    return new EnsureItem(
        state, fence, Optional.of(new Lease(owner, NOW.plusSeconds(15))), Optional.empty());
  }

  private static EnsureItem left(EnsureState state, long fence) {
    return new EnsureItem(state, fence, Optional.empty(), Optional.empty());
  }

  private static Ready ready() {
    return new Ready("cust_1", Optional.empty(), NOW, NOW.plus(Duration.ofDays(1)));
  }

  static Stream<EnsureItem> allForms() {
    var subscription = new BillingSubscription("subs_1", "pro", "active", Optional.of(NOW));
    return Stream.of(
        held(new Pending(WISH), 1, "me"),
        held(new Pending(new Wish(NOW, "a", Optional.empty())), 1, "me"),
        held(new CustomerReady(WISH, "cust_1"), 2, "me"),
        left(ready(), 3),
        left(new Ready("cust_1", Optional.of(subscription), NOW, NOW.plusSeconds(9)), 4),
        left(
            new FailedConfig(
                WISH, Optional.of("cust_1"), EnsureFault.Kind.BILLING_SETUP, NOW.plusSeconds(900)),
            5),
        left(new FailedConfig(WISH, Optional.empty(), EnsureFault.Kind.REJECTED, NOW), 6),
        new EnsureItem(
            new Pending(WISH),
            7,
            Optional.empty(),
            Optional.of(new Pause(EnsureFault.Kind.THROTTLED, NOW.plusSeconds(30)))));
  }

  /** Each over one that has every attribute which it does not have itself. */
  @ParameterizedTest
  @MethodSource("allForms")
  void whatIsWrittenIsReadAndNothingOfWhatStoodThereBefore(EnsureItem item)
      throws ItemsAwayException {
    EnsureItem before = held(new Pending(WISH), item.fence(), "before");
    assertThat(items.take(key, Optional.empty(), before)).isEqualTo(DONE);
    for (EnsureItem other : allForms().toList()) {
      var same = new EnsureItem(other.state(), item.fence(), before.lease(), other.pause());
      assertThat(items.write(key, before, same)).isEqualTo(DONE);
    }
    assertThat(items.write(key, before, item)).isEqualTo(DONE);
    assertThat(items.read(key)).contains(item);
  }

  @Test
  void ofTwoWhoFindNoItemOneTakesTheCustomer() throws ItemsAwayException {
    assertThat(items.take(key, Optional.empty(), held(new Pending(WISH), 1, "one")))
        .isEqualTo(DONE);
    assertThat(items.take(key, Optional.empty(), held(new Pending(WISH), 1, "other")))
        .isEqualTo(BEATEN);
    assertThat(items.read(key)).contains(held(new Pending(WISH), 1, "one"));
  }

  @Test
  void whoeverSawAnItemThatHasGoneOnSinceTakesNothing() throws ItemsAwayException {
    EnsureItem seen = held(new Pending(WISH), 1, "one");
    items.take(key, Optional.empty(), seen);
    EnsureItem mine = held(new Pending(WISH), 2, "two");

    EnsureItem further = held(new CustomerReady(WISH, "cust_1"), 1, "one");
    assertThat(items.write(key, seen, further)).isEqualTo(DONE);
    assertThat(items.take(key, Optional.of(seen), mine)).isEqualTo(BEATEN);

    EnsureItem released = left(further.state(), 1);
    assertThat(items.write(key, further, released)).isEqualTo(DONE);
    assertThat(items.take(key, Optional.of(further), mine)).isEqualTo(BEATEN);

    assertThat(items.take(key, Optional.of(released), held(further.state(), 2, "two")))
        .isEqualTo(DONE);
    assertThat(items.take(key, Optional.of(released), held(further.state(), 2, "three")))
        .isEqualTo(BEATEN);
  }

  @Test
  void whoeverLostTheirLeaseWritesNothing() throws ItemsAwayException {
    EnsureItem late = held(new Pending(WISH), 1, "late");
    items.take(key, Optional.empty(), late);
    EnsureItem next = held(new Pending(WISH), 2, "next");
    assertThat(items.take(key, Optional.of(late), next)).isEqualTo(DONE);
    assertThat(items.write(key, late, left(ready(), 1))).isEqualTo(BEATEN);
    assertThat(items.read(key)).contains(next);
  }

  @Test
  void whoeverHoldsAnotherFenceOrIsNotTheOwnerWritesNothing() throws ItemsAwayException {
    items.take(key, Optional.empty(), held(new Pending(WISH), 2, "me"));
    for (EnsureItem stale :
        List.of(
            held(new Pending(WISH), 1, "me"),
            held(new Pending(WISH), 2, "other"),
            held(new Pending(WISH), 1, "other"))) {
      assertThat(items.write(key, stale, left(ready(), 3))).isEqualTo(BEATEN);
    }
    assertThat(items.read(key)).contains(held(new Pending(WISH), 2, "me"));
  }

  @Test
  void whoeverWritesPastTheirLeaseMayIfNobodyFollowed() throws ItemsAwayException {
    var over =
        new EnsureItem(
            new Pending(WISH),
            1,
            Optional.of(new Lease("me", NOW.minusSeconds(9))),
            Optional.empty());
    items.take(key, Optional.empty(), over);
    assertThat(items.write(key, over, left(ready(), 1))).isEqualTo(DONE);
  }

  @Test
  void ofManyThatTakeACustomerAtOnceOneHasIt() throws Exception {
    EnsureItem seen = left(new Pending(WISH), 1);
    EnsureItem first = held(new Pending(WISH), 1, "first");
    items.take(key, Optional.empty(), first);
    items.write(key, first, seen);
    List<Write> writes =
        AtOnce.run(
            32,
            i ->
                () ->
                    items("flexprice")
                        .take(key, Optional.of(seen), held(new Pending(WISH), 2, "owner " + i)));
    assertThat(writes).filteredOn(DONE::equals).hasSize(1);
    assertThat(writes).filteredOn(BEATEN::equals).hasSize(31);
  }

  @Test
  void customersOfAnotherServiceAreOthers() throws ItemsAwayException {
    items.take(key, Optional.empty(), held(new Pending(WISH), 1, "one"));
    assertThat(items("openmeter").read(key)).isEmpty();
    assertThat(table.item("customer#flexprice#" + key.value())).isNotEmpty();
  }

  @Test
  void manyAreReadAHundredAtATime() throws ItemsAwayException {
    List<CustomerKey> keys = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      var one = new CustomerKey(key.value() + i);
      keys.add(one);
      if (i % 2 == 0) {
        items.take(one, Optional.empty(), held(new Pending(WISH), i, "me"));
      }
    }
    keys.add(keys.getFirst());
    Map<CustomerKey, EnsureItem> read =
        items.read(keys, Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
    assertThat(read).hasSize(125);
    assertThat(read).containsEntry(keys.get(248), held(new Pending(WISH), 248, "me"));
  }

  @Test
  void thoseWhoAreNotReadyAreFoundTheLongestWaitingFirst() throws ItemsAwayException {
    DynamoDbEnsureItems waiting = items("waiting");
    for (int i = 0; i < 5; i++) {
      var wish = new Wish(NOW.minusSeconds(10L * i), "a", Optional.empty());
      EnsureItem item = held(new Pending(wish), 1, "me");
      var one = new CustomerKey("c" + i);
      waiting.take(one, Optional.empty(), item);
      if (i == 3) {
        waiting.write(one, item, left(ready(), 1));
      }
    }
    assertThat(waiting.pendingSince(NOW, 10))
        .extracting(CustomerKey::value)
        .containsExactly("c4", "c2", "c1");
    assertThat(waiting.pendingSince(NOW, 2))
        .extracting(CustomerKey::value)
        .containsExactly("c4", "c2");
    assertThat(waiting.pendingSince(NOW.minusSeconds(15), 10))
        .extracting(CustomerKey::value)
        .containsExactly("c4", "c2");
    assertThat(items("nobody").pendingSince(NOW, 10)).isEmpty();
  }

  @Test
  void anItemIsKeptForNinetyDays() throws ItemsAwayException {
    items.take(key, Optional.empty(), held(new Pending(WISH), 1, "me"));
    assertThat(table.item("customer#flexprice#" + key.value()).get(StateTable.EXPIRES).n())
        .isEqualTo(Long.toString(NOW.plus(Duration.ofDays(90)).getEpochSecond()));
  }

  /** Written over by this version it would lose what only the later one knows. */
  @Test
  void anItemOfALaterVersionIsLeftAlone() {
    table.client.putItem(put ->
        put.tableName("state")
            .item(
                Map.of(
                    StateTable.KEY, AttributeValue.fromS("customer#flexprice#" + key.value()),
                    EnsureItemForm.STATE, AttributeValue.fromS("SOMETHING_NEW"),
                    EnsureItemForm.FENCE, AttributeValue.fromN("1"))));
    assertThatThrownBy(() -> items.read(key))
        .isInstanceOf(ItemsAwayException.class)
        .hasMessage("a customer's item in the state table is of another version");
  }

  @Test
  void aTableThatIsNotThereIsAway() {
    var missing =
        new DynamoDbEnsureItems(new StateTable(() -> table.client, "missing"), "any", CLOCK);
    String why = "the state table answered 400 ResourceNotFoundException";
    assertThatThrownBy(() -> missing.read(key))
        .isInstanceOf(ItemsAwayException.class)
        .hasMessage(why);
    assertThatThrownBy(() -> missing.pendingSince(NOW, 1)).hasMessage(why);
    assertThatThrownBy(() -> missing.take(key, Optional.empty(), held(new Pending(WISH), 1, "me")))
        .hasMessage(why);
  }
}
