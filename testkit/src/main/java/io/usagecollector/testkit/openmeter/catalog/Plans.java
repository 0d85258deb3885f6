package io.usagecollector.testkit.openmeter.catalog;

import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The plans, version by version. Not thread-safe: its owner holds one lock. */
public final class Plans {
  private final Map<String, Plan> byId = new LinkedHashMap<>();
  private final Origin origin;

  public Plans(Origin origin) {
    this.origin = origin;
  }

  /** The next version of the key, as a draft. */
  public Plan create(Plan.Draft draft) {
    List<Plan> versions = versions(draft.key());
    if (versions.stream().anyMatch(p -> !p.isDeleted() && status(p) == Plan.Status.DRAFT)) {
      throw new Refused(Problem.validation("only a single draft version is allowed for Plan"));
    }
    int version = versions.stream().mapToInt(Plan::version).max().orElse(0) + 1;
    return put(
        new Plan(
            origin.newId(),
            draft.key(),
            version,
            draft.name(),
            draft.currency(),
            draft.billingCadence(),
            draft.phases(),
            null,
            null,
            origin.now(),
            null));
  }

  public Plan byId(String id) {
    Plan plan = byId.get(id);
    if (plan == null) {
      throw notFound("id=" + id);
    }
    return plan;
  }

  /** The highest version of a key, whatever its status, deleted ones too. */
  public Plan latest(String key) {
    return versions(key).stream()
        .max(Comparator.comparingInt(Plan::version))
        .orElseThrow(() -> notFound("key=" + key));
  }

  public Plan version(String key, int version) {
    return versions(key).stream()
        .filter(plan -> plan.version() == version)
        .findFirst()
        .orElseThrow(() -> notFound("key=%s version=%d".formatted(key, version)));
  }

  public Plan active(String key) {
    return findActive(key).orElseThrow(() -> notFound("key=" + key));
  }

  /** Makes a draft active, and archives the version that was. */
  public Plan publish(String id) {
    Plan plan = byId(id);
    if (plan.isDeleted() || status(plan) == Plan.Status.ACTIVE || isArchived(plan)) {
      throw new Refused(
          Problem.validation(
              "invalid Plan: only Plans in [draft scheduled] can be published/rescheduled, but it"
                  + " has "
                  + status(plan).text()
                  + " state"));
    }
    Instant now = origin.now();
    findActive(plan.key()).ifPresent(before -> put(before.effective(before.effectiveFrom(), now)));
    return put(plan.effective(now, null));
  }

  public Plan archive(String id) {
    Plan plan = byId(id);
    if (status(plan) != Plan.Status.ACTIVE) {
      throw new Refused(Problem.validation("invalid Plan: only active Plans can be archived"));
    }
    return put(plan.effective(plan.effectiveFrom(), origin.now()));
  }

  public void delete(String id) {
    Plan plan = byId(id);
    if (status(plan) == Plan.Status.ACTIVE) {
      throw new Refused(Problem.validation("invalid Plan: active Plans cannot be deleted"));
    }
    put(plan.deleted(origin.now()));
  }

  public Plan.Status status(Plan plan) {
    return plan.status(origin.now());
  }

  /** Those that are not deleted, in the order they were made. */
  public List<Plan> list(Predicate<Plan> wanted) {
    return byId.values().stream().filter(plan -> !plan.isDeleted()).filter(wanted).toList();
  }

  /** Keeps one that came from the journal. */
  public void restore(Plan plan) {
    byId.put(plan.id(), plan);
  }

  private Plan put(Plan plan) {
    restore(plan);
    origin.keep("plan", plan);
    return plan;
  }

  private boolean isArchived(Plan plan) {
    return status(plan) == Plan.Status.ARCHIVED;
  }

  private Optional<Plan> findActive(String key) {
    return versions(key).stream()
        .filter(plan -> !plan.isDeleted() && status(plan) == Plan.Status.ACTIVE)
        .findFirst();
  }

  private List<Plan> versions(String key) {
    return byId.values().stream().filter(plan -> plan.key().equals(key)).toList();
  }

  private static Refused notFound(String what) {
    return new Refused(Problem.notFound("plan not found. [namespace=default " + what + "]"));
  }
}
