package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.provision.Document;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A page of a list, in either dialect's form: servers between the two answer one in the other's.
 *
 * @param total how many there are on all pages, where that is said
 */
record Page(List<Document> items, OptionalLong total) {
  /** The page; nothing if it is none. An empty list may be null: then its count is there. */
  static Optional<Page> of(Document document) {
    List<Document> items =
        Stream.of("data", "items").flatMap(name -> document.objects(name).stream()).toList();
    OptionalLong total = total(document);
    boolean isPage = total.isPresent() || document.isArray("data") || document.isArray("items");
    return isPage ? Optional.of(new Page(items, total)) : Optional.empty();
  }

  private static OptionalLong total(Document document) {
    return document
        .object("meta")
        .object("page")
        .text("total")
        .or(() -> document.text("totalCount"))
        .map(Page::number)
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Whether nothing can come after it.
   *
   * @param seen how many items came so far, with this page's
   */
  boolean isLast(long seen) {
    return items.isEmpty() || (total.isPresent() && seen >= total.getAsLong());
  }
}
