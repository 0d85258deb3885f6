package io.usagecollector.testkit.openmeter.routes;

import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.openmeter.fault.IngestFaults;
import io.usagecollector.testkit.openmeter.ingest.CloudEvent;
import io.usagecollector.testkit.openmeter.ingest.EventBodies;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.openmeter.schema.Dialect;
import io.usagecollector.testkit.openmeter.state.Account;
import java.util.List;

/**
 * Takes events on. A refused body leaves nothing behind; one that fails on the way leaves what
 * stands before the event that failed.
 */
public final class Ingest {
  private final Account account;
  private final IngestFaults faults;
  private final EventBodies bodies;
  private final int accepted;

  public Ingest(Account account, IngestFaults faults, Dialect dialect) {
    this.account = account;
    this.faults = faults;
    this.bodies = new EventBodies(dialect);
    this.accepted =
        switch (dialect) {
          case V1 -> 204;
          case V3 -> 202;
        };
  }

  public Reply answer(Call call) {
    int count = EventBodies.count(call);
    List<CloudEvent> events = bodies.read(call);
    int good = faults.claimBreak(sendable(events));
    boolean lost = faults.claimLoss();
    account.accept(lost ? List.of() : events.subList(0, good));
    if (good < events.size()) {
      throw new Refused(Problem.internal());
    }
    return Answers.empty(accepted).carrying(count);
  }

  private static int sendable(List<CloudEvent> events) {
    int good = 0;
    while (good < events.size() && events.get(good).fitsMessage()) {
      good++;
    }
    return good;
  }
}
