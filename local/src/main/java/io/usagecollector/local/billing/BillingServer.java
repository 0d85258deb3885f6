package io.usagecollector.local.billing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** The server that bills: a stand-in, started here, or a real one. */
public interface BillingServer extends AutoCloseable {
  /** {@code scheme://host[:port]}, without a path. */
  URI url();

  /** Where it is and its key, by the names that configurations have for them. */
  Map<String, String> variables();

  /** The key that may make customers. */
  String apiKey();

  /** For clients in this JVM. */
  SSLContext tls();

  /** What makes a function's JVM trust the stand-in, and it alone. */
  List<String> trustOptions();

  /** Whether what events need to be billed may be made there. */
  boolean mayProvision();

  /** Whether it may have billed before this topic's first event. */
  boolean hasPast();

  /** The account that the functions send to; whoever asks for it closes it. */
  Account account();

  @Override
  void close();
}
