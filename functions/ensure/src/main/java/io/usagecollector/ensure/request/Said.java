package io.usagecollector.ensure.request;

import io.usagecollector.core.customer.identity.Identification;
import io.usagecollector.core.customer.identity.Identity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a body says of a customer, as it is read. For one thread. */
final class Said {
  private final Map<Alias, String> top = new EnumMap<>(Alias.class);
  private final Map<Alias, String> data = new EnumMap<>(Alias.class);

  void top(Alias alias, String text) {
    top.put(alias, text);
  }

  /**
   * @param text nothing for a value that is no text
   */
  void data(Alias alias, Optional<String> text) {
    text.ifPresentOrElse(value -> data.put(alias, value), () -> data.remove(alias));
  }

  void noData() {
    data.clear();
  }

  /** Who is meant: by client and user if both are named, else by the two in one. */
  Identity identity(Identification identification) {
    Optional<String> client = first(Alias.Part.CLIENT);
    Optional<String> user = first(Alias.Part.USER);
    if (client.isPresent() && user.isPresent()) {
      return identification.of(client.get(), user.get());
    }
    return first(Alias.Part.AUTH_ID)
        .map(identification::ofAuthId)
        .orElseGet(() -> new Identity.Unknown(Identity.Why.MISSING));
  }

  /** The first that holds anything: those at the top, those in {@code data}, then the subject. */
  private Optional<String> first(Alias.Part part) {
    return Stream.of(
            found(part, top, Alias::alsoInData),
            found(part, data, Alias::alsoInData),
            found(part, top, alias -> !alias.alsoInData()))
        .flatMap(texts -> texts)
        .filter(Identification::isTold)
        .findFirst();
  }

  private static Stream<String> found(
      Alias.Part part, Map<Alias, String> texts, Predicate<Alias> which) {
    return Alias.of(part).stream()
        .filter(which)
        .flatMap(alias -> {
          String text = texts.get(alias);
          return Stream.ofNullable(text);
        });
  }
}
