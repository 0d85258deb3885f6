package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.provision.Document;
import io.usagecollector.core.customer.provision.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads lists to their end, page by page, and never believes that a filter was heeded. */
final class Listing {
  private final AccountCalls calls;

  Listing(AccountCalls calls) {
    this.calls = calls;
  }

  /** The first one that can be read as what is looked for. */
  <T> Lookup<T> first(ListQuery query, Function<Document, Optional<T>> reading, Deadline deadline) {
    List<T> found = new ArrayList<>(1);
    Optional<Lookup<T>> broken =
        walk(
            query,
            deadline,
            item -> {
              reading.apply(item).ifPresent(found::add);
              return found.isEmpty();
            });
    return broken.orElseGet(
        () -> found.isEmpty() ? new Lookup.Nowhere<>() : new Lookup.There<>(found.getFirst()));
  }

  /** All that can be read so; the list may be empty, but is never of some pages only. */
  <T> Lookup<List<T>> all(
      ListQuery query, Function<Document, Optional<T>> reading, Deadline deadline) {
    List<T> found = new ArrayList<>();
    Optional<Lookup<List<T>>> broken =
        walk(
            query,
            deadline,
            item -> {
              reading.apply(item).ifPresent(found::add);
              return true;
            });
    return broken.orElseGet(() -> new Lookup.There<>(found));
  }

  /**
   * Shows the items until the end or until one of them suffices.
   *
   * @param goesOn whether to go on after an item
   * @return what ended it before
   */
  private <T> Optional<Lookup<T>> walk(
      ListQuery query, Deadline deadline, Predicate<Document> goesOn) {
    long seen = 0;
    for (int number = 1; ; number++) {
      switch (read(query, number, deadline)) {
        case Lookup.There<Page>(Page page) -> {
          for (Document item : page.items()) {
            if (!goesOn.test(item)) {
              return Optional.empty();
            }
          }
          seen += page.items().size();
          if (page.isLast(seen)) {
            return Optional.empty();
          }
        }
        case Lookup.Nowhere<Page> _, Lookup.Gone<Page> _ -> {
          return Optional.of(new Lookup.Gone<>());
        }
        case Lookup.Failed<Page>(EnsureFault fault) -> {
          return Optional.of(new Lookup.Failed<>(fault));
        }
      }
    }
  }

  private Lookup<Page> read(ListQuery query, int number, Deadline deadline) {
    return switch (calls.get(query.page().apply(number), query.answers(), query.what(), deadline)) {
      case Outcome.Done(Document document) ->
          Page.of(document)
              .<Lookup<Page>>map(Lookup.There::new)
              .orElseGet(() -> failed(query, "an answer that is no list"));
      case Outcome.Absent _, Outcome.Gone _ -> new Lookup.Gone<>();
      case Outcome.Exists _ -> failed(query, "409, which says nothing of a list");
      case Outcome.Failed(EnsureFault fault) -> new Lookup.Failed<>(fault);
    };
  }

  private static Lookup<Page> failed(ListQuery query, String why) {
    return new Lookup.Failed<>(new EnsureFault(Kind.UNREACHABLE, query.what() + ": " + why));
  }
}
