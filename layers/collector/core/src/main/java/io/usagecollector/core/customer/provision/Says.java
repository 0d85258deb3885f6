package io.usagecollector.core.customer.provision;

import java.util.function.Predicate;

/** What bodies say, as conditions of an {@link AnswerRow}. */
public final class Says {
  private Says() {}

  /** A text on the first level is this. */
  public static Predicate<Document> text(String name, String text) {
    return body -> body.text(name).filter(text::equals).isPresent();
  }

  /** A text on the first level starts with this: what follows may quote what was sent. */
  public static Predicate<Document> textStarting(String name, String start) {
    return body -> body.text(name).filter(text -> text.startsWith(start)).isPresent();
  }

  /** A text under an object of the first level is there. */
  public static Predicate<Document> detail(String object, String name) {
    return body -> body.object(object).text(name).isPresent();
  }
}
