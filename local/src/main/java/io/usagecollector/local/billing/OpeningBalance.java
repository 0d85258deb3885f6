package io.usagecollector.local.billing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * What an account had billed before this topic's first event. A real account has a past, and so
 * does one that an earlier run sent to: what it had is taken once, and kept with the topic.
 */
public final class OpeningBalance {
  private final Path file;
  private final Properties taken = new Properties();

  /** Kept in a file, which need not be there yet. */
  public OpeningBalance(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        taken.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
  }

  /** Takes the balance of a customer's measure, unless it was taken before, or cannot be told. */
  void take(String customer, Measure measure, Supplier<Billed> billed) {
    String key = key(customer, measure);
    if (!taken.containsKey(key) && billed.get() instanceof Billed.Total(BigDecimal units)) {
      taken.setProperty(key, units.toPlainString());
      keep();
    }
  }

  /** What was taken; nothing where nothing was. */
  BigDecimal of(String customer, Measure measure) {
    return new BigDecimal(taken.getProperty(key(customer, measure), "0"));
  }

  private static String key(String customer, Measure measure) {
    return customer + "\n" + measure.key();
  }

  private void keep() {
    try (Writer out = Files.newBufferedWriter(file)) {
      taken.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + file, e);
    }
  }
}
