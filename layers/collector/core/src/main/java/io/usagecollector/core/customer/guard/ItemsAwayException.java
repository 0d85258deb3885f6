package io.usagecollector.core.customer.guard;

/** The items cannot be reached. A write may have gone through. */
public final class ItemsAwayException extends Exception {
  private final String why;

  /**
   * @param why safe to log
   */
  public ItemsAwayException(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  /** Why, safe to log. */
  public String why() {
    return why;
  }
}
