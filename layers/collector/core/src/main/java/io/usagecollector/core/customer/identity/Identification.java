package io.usagecollector.core.customer.identity;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.identity.Identity.Why;

/**
 * Tells who is meant, for those who ensure customers and those who bill them alike. White space
 * around a client and around a user says nothing; between them stands the first colon. Of a key it
 * makes the same key again.
 */
public record Identification(OwnerPrefix ownerPrefix) {
  private static final String OWNER = "owner:";

  /** Whether a text says anything: it is more than white space. */
  public static boolean isTold(String text) {
    return !WhiteSpace.trim(text).isEmpty();
  }

  /** Of a client and a user of theirs, each as somebody wrote it. */
  public Identity of(String client, String user) {
    return ofTrimmed(WhiteSpace.trim(client), WhiteSpace.trim(user));
  }

  /** Of both in one text, {@code client:user}. */
  public Identity ofAuthId(String authId) {
    String text = WhiteSpace.trim(authId);
    int colon = colon(text);
    return colon < 0
        ? new Identity.Unknown(Why.MISSING)
        : of(text.substring(0, colon), text.substring(colon + 1));
  }

  /** Of the customer that an event carries: {@code client:user}, or any other text as it stands. */
  public Identity ofCustomer(String customer) {
    String text = WhiteSpace.trim(customer);
    return colon(text) < 0 ? key(text) : ofAuthId(text);
  }

  /** Where the client ends; -1 if there is none, or nothing before or after it. */
  private static int colon(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon < text.length() - 1 ? colon : -1;
  }

  private Identity ofTrimmed(String client, String user) {
    if (client.isEmpty() || user.isEmpty()) {
      return new Identity.Unknown(Why.MISSING);
    }
    if (client.indexOf(':') >= 0) {
      return new Identity.Unknown(Why.COLON_IN_CLIENT);
    }
    return switch (ownerPrefix) {
      case LITERAL -> key(client + ":" + user);
      case STRIP ->
          user.startsWith(OWNER) ? owner(user.substring(OWNER.length())) : key(client + ":" + user);
    };
  }

  private static Identity owner(String rest) {
    String id = WhiteSpace.trim(rest);
    if (id.isEmpty()) {
      return new Identity.Unknown(Why.OWNER_WITHOUT_ID);
    }
    return id.indexOf(':') >= 0 ? new Identity.Unknown(Why.COLON_IN_OWNER) : key(id);
  }

  private static Identity key(String text) {
    if (text.isEmpty()) {
      return new Identity.Unknown(Why.MISSING);
    }
    if (text.codePointCount(0, text.length()) > CustomerKey.MOST_CODE_POINTS) {
      return new Identity.Unknown(Why.TOO_LONG);
    }
    try {
      return new Identity.Known(new CustomerKey(text));
    } catch (IllegalArgumentException e) {
      return new Identity.Unknown(Why.UNKEPT);
    }
  }
}
