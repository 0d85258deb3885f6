package io.usagecollector.testkit.http;

import io.usagecollector.testkit.tls.TrustStore;
import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import java.util.Optional;

/** What a stand-in that is a process of its own tells who started it, and how it is told to end. */
public final class StandInProcess {
  private StandInProcess() {}

  /**
   * Prints what clients need, one a line, and then {@code ready}; returns when the standard input
   * has ended, so that no stand-in outlives who started it.
   *
   * @param secret what clients must show, as {@code name=value}
   */
  public static void serve(URI url, String secret, Optional<TrustStore> trust) throws IOException {
    System.out.println("url=" + url);
    System.out.println(secret);
    trust.ifPresent(store -> {
      System.out.println("trust-store=" + store.path());
      System.out.println("trust-store-password=" + store.password());
    });
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Only the end of the input matters.
    }
  }

  /**
   * The value behind an option.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }
}
