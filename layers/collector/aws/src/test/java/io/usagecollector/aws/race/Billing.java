package io.usagecollector.aws.race;

import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.fault.FaultSchedule;
import io.usagecollector.testkit.fault.Moment;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import io.usagecollector.testkit.openmeter.OpenMeterOptions;
import io.usagecollector.testkit.openmeter.OpenMeterStandIn;
import io.usagecollector.testkit.openmeter.client.OpenMeterAccess;
import io.usagecollector.testkit.openmeter.client.OpenMeterClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A stand-in with a plan, that does some of what it is asked late, badly or not at all. */
interface Billing extends AutoCloseable {
  String name();

  String url();

  String key();

  /** How many it was asked so far. */
  long requests();

  /** How many each customer has. */
  List<Integer> activeSubscriptions();

  @Override
  void close();

  static Billing of(Service service) {
    return switch (service) {
      case FLEXPRICE -> new Flexprice();
      case OPENMETER -> new OpenMeter();
    };
  }

  /** Of a hundred requests so many meet each. */
  static void trouble(FaultSchedule faults) {
    var random = new Random(7);
    sometimes(faults, random, new Fault.Resets(Moment.AFTER_STORED));
    sometimes(faults, random, new Fault.Resets(Moment.BEFORE_STORED));
    sometimes(faults, random, new Fault.Stalls(Duration.ofSeconds(1), Moment.AFTER_STORED));
    sometimes(faults, random, new Fault.Answers(CannedAnswer.badGateway(), Moment.AFTER_STORED));
  }

  private static void sometimes(FaultSchedule faults, Random random, Fault fault) {
    faults.during(() -> random.nextInt(100) < 3, fault, any -> true);
  }

  /** With a replica that is behind. */
  final class Flexprice implements Billing {
    private final FlexpriceStandIn standIn =
        FlexpriceStandIn.start(new StandInOptions().plainHttp().replicaLag(Duration.ofMillis(500)));

    Flexprice() {
      try (FlexpriceClient client = client()) {
        String meter = client.createMeter(MeterHandle.Draft.count("calls", "voice_call")).id();
        String plan = client.createPlan("Pro", Service.PLAN);
        client.createUnitPrice(plan, meter, BigDecimal.ONE, "usd");
      }
      trouble(standIn.faults());
    }

    private FlexpriceClient client() {
      var access = new Access(standIn.url(), standIn.apiKey(), Optional.empty());
      return new FlexpriceClient(access, standIn.clientTls());
    }

    @Override
    public String name() {
      return "flexprice";
    }

    @Override
    public String url() {
      return standIn.url().toString();
    }

    @Override
    public String key() {
      return standIn.apiKey();
    }

    @Override
    public long requests() {
      return standIn.requests().count();
    }

    @Override
    public List<Integer> activeSubscriptions() {
      standIn.faults().clear();
      try (FlexpriceClient client = client()) {
        return Racer.keys().stream().map(key -> client.subscriptions(key.value()).size()).toList();
      }
    }

    @Override
    public void close() {
      standIn.close();
    }
  }

  /** As a self-hosted server, by v3. */
  final class OpenMeter implements Billing {
    private final OpenMeterStandIn standIn =
        OpenMeterStandIn.start(new OpenMeterOptions().plainHttp());

    OpenMeter() {
      var access = OpenMeterAccess.selfHosted(standIn.url(), Optional.empty());
      try (var client = new OpenMeterClient(access, standIn.clientTls())) {
        client.publishPlan(client.draftPlan(Service.PLAN).id());
      }
      trouble(standIn.faults());
    }

    @Override
    public String name() {
      return "openmeter";
    }

    @Override
    public String url() {
      return standIn.v3().toString();
    }

    @Override
    public String key() {
      return standIn.token();
    }

    @Override
    public long requests() {
      return standIn.requests().count();
    }

    @Override
    public List<Integer> activeSubscriptions() {
      return standIn.books().running().values().stream().map(List::size).toList();
    }

    @Override
    public void close() {
      standIn.close();
    }
  }
}
