package io.usagecollector.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.delivery.admission.Admission;
import io.usagecollector.core.delivery.admission.Applicant;
import io.usagecollector.core.event.UsageEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who is known to be ready is let in by one read; who is not is ensured, and others beside them.
 */
class EnsuringCustomersTest {
  private static final Admission ADMITTED = new Admission.Admitted();
  private static final Duration TIME = Duration.ofSeconds(20);

  /** Knows some, ensures by a rule, and remembers what it was asked. */
  private static final class Scripted implements EnsureService {
    private final Set<String> known;
    private final Function<EnsureRequest, EnsureAnswer> rule;
    private final AtomicInteger reads = new AtomicInteger();
    private final ConcurrentLinkedQueue<EnsureRequest> ensured = new ConcurrentLinkedQueue<>();

    Scripted(Set<String> known, Function<EnsureRequest, EnsureAnswer> rule) {
      this.known = known;
      this.rule = rule;
    }

    @Override
    public EnsureAnswer ensure(EnsureRequest request, Deadline deadline) {
      ensured.add(request);
      return rule.apply(request);
    }

    @Override
    public Map<CustomerKey, Ensured> ready(Collection<CustomerKey> keys, Deadline deadline) {
      reads.incrementAndGet();
      return keys.stream()
          .filter(key -> known.contains(key.value()))
          .collect(Collectors.toMap(key -> key, EnsuringCustomersTest::ensured));
    }
  }

  private static Ensured ensured(CustomerKey key) {
    return new Ensured(new BillingCustomer(key, "id"), Optional.empty(), Ensured.Created.NOTHING);
  }

  private static EnsureAnswer ready(EnsureRequest request) {
    return new EnsureAnswer.Ready(ensured(request.key()));
  }

  private static Applicant applicant(String customer, String... times) {
    return new Applicant(
        customer,
        Arrays.stream(times.length == 0 ? new String[] {"2026-01-01T00:00:00Z"} : times)
            .map(time -> new UsageEvent("id", time, customer, "name", new byte[0]))
            .toList());
  }

  private static EnsuringCustomers asking(EnsureService service) {
    return new EnsuringCustomers(service, InstantSource.system());
  }

  @Test
  void whoIsKnownToBeReadyIsAskedForByOneReadAndNobodyElseIsEnsured() {
    var service = new Scripted(Set.of("ann", "bob"), EnsuringCustomersTest::ready);
    assertThat(
            asking(service)
                .admit(List.of(applicant("ann"), applicant("bob"), applicant("cat")), TIME))
        .isEqualTo(Map.of("ann", ADMITTED, "bob", ADMITTED, "cat", ADMITTED));
    assertThat(service.reads).hasValue(1);
    assertThat(service.ensured).extracting(request -> request.key().value()).containsExactly("cat");
  }

  @Test
  void anEnsuredSubscriptionStartsByTheFirstOfTheEvents() {
    var service = new Scripted(Set.of(), EnsuringCustomersTest::ready);
    asking(service)
        .admit(List.of(applicant("ann", "2026-01-01T12:00:00.5Z", "2026-01-01T11:00:00.9Z")), TIME);
    assertThat(service.ensured)
        .containsExactly(
            new EnsureRequest(
                new CustomerKey("ann"),
                "ann",
                Optional.of(Instant.parse("2026-01-01T11:00:00Z")),
                false));
  }

  @Test
  void pastWhatIsRememberedNothingIsReadAndTheRequestSaysSo() {
    var service = new Scripted(Set.of("ann"), EnsuringCustomersTest::ready);
    assertThat(asking(service).admitAnew(List.of(applicant("ann")), TIME))
        .isEqualTo(Map.of("ann", ADMITTED));
    assertThat(service.reads).hasValue(0);
    assertThat(service.ensured).singleElement().matches(EnsureRequest::fresh);
  }

  @ParameterizedTest
  @EnumSource
  void eachFaultSaysForWhomItKeepsEventsBack(Kind kind) {
    var service =
        new Scripted(
            Set.of(),
            request ->
                request.key().value().equals("bob")
                    ? new EnsureAnswer.Failed(
                        new EnsureFault(kind, "503", Optional.of(Duration.ofSeconds(7))))
                    : ready(request));
    Map<String, Admission> answers =
        asking(service).admit(List.of(applicant("ann"), applicant("bob")), TIME);
    assertThat(answers).containsEntry("ann", ADMITTED);
    String why = kind.code() + ", 503";
    Admission expected =
        switch (kind.remedy()) {
          case CONFIGURE -> new Admission.NotAsConfigured(why, Duration.ofSeconds(7));
          case CREDENTIALS -> new Admission.NobodyNow(why);
          case WAIT ->
              switch (kind) {
                case GUARD_AWAY -> new Admission.NobodyNow(why);
                case UNKNOWN_OUTCOME, CUSTOMER_GONE ->
                    new Admission.NotNow(why, Duration.ofSeconds(7), true);
                default -> new Admission.NotNow(why, Duration.ofSeconds(7), false);
              };
        };
    assertThat(answers).containsEntry("bob", expected);
  }

  @Test
  void whoNoServiceCanKeepOrThisProgramFailsOnKeepsNobodyOut() {
    var service =
        new Scripted(
            Set.of(),
            request -> {
              if (request.key().value().equals("bob")) {
                throw new IllegalStateException("bob is secret");
              }
              return ready(request);
            });
    Map<String, Admission> answers =
        asking(service).admit(List.of(applicant("ann"), applicant("bob"), applicant("n\0l")), TIME);
    assertThat(answers.get("ann")).isEqualTo(ADMITTED);
    assertThat(answers.get("bob"))
        .isEqualTo(
            new Admission.NotNow(
                "ensuring it failed: IllegalStateException", Duration.ofMinutes(1), true));
    assertThat(answers.get("n\0l")).isInstanceOf(Admission.NotAsConfigured.class);
  }

  @Test
  void severalAreEnsuredAtOnceAndNotMoreThanAFew() {
    int many = 3 * SideBySide.AT_ONCE;
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    var full = new CountDownLatch(SideBySide.AT_ONCE);
    var service =
        new Scripted(
            Set.of(),
            request -> {
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              full.countDown();
              await(full);
              atOnce.decrementAndGet();
              return ready(request);
            });
    List<Applicant> all =
        IntStream.range(0, many).mapToObj(i -> applicant("customer-" + i)).toList();
    assertThat(asking(service).admit(all, TIME).values()).hasSize(many).containsOnly(ADMITTED);
    assertThat(most).hasValue(SideBySide.AT_ONCE);
  }

  /** One that never answers costs the others nothing, and the batch no more than its time. */
  @Test
  void whatDoesNotEndIsLeft() {
    var never = new CountDownLatch(1);
    var service =
        new Scripted(
            Set.of(),
            request -> {
              if (request.key().value().equals("bob")) {
                await(never);
              }
              return ready(request);
            });
    assertThat(
            asking(service)
                .admit(List.of(applicant("bob"), applicant("ann")), Duration.ofMillis(300)))
        .isEqualTo(Map.of("ann", ADMITTED, "bob", Refusals.NOT_ENDED));
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("it never came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
