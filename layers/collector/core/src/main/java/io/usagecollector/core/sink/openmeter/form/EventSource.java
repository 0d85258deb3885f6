package io.usagecollector.core.sink.openmeter.form;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event's source. OpenMeter tells repeats by the text {@code source-id}: a dash at the source's
 * end would let two events read the same, and the second be lost. It must be a reference to a URI
 * as Go's parser reads one, which takes much that the RFC does not, such as blanks in a path.
 *
 * @param value not blank
 */
public record EventSource(String value) {
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern ESCAPES =
      Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*", Pattern.DOTALL);
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[A-Za-z0-9._~!$&'()*+,;=-]|[^\\p{ASCII}]|%[0-9A-Fa-f]{2})*|\\[[0-9A-Fa-f:.]+\\]");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9._:~!$&'()*+,;=%@-]*");
  private static final Pattern PORT = Pattern.compile("[0-9]*");

  /** No dash is in it, so that no id can make it read like another source. */
  public static final EventSource DEFAULT = new EventSource("usagecollector");

  /**
   * @throws IllegalArgumentException if it is none; the text says why, and does not quote it
   */
  public EventSource {
    String fault = value.isBlank() ? " is blank" : fault(value);
    if (fault != null) {
      throw new IllegalArgumentException("the source" + fault);
    }
  }

  /**
   * The one that is set, else the usual one.
   *
   * @param set null or blank where none is
   * @throws IllegalArgumentException if it is none; the text says why, and does not quote it
   */
  public static EventSource orUsual(@Nullable String set) {
    return set == null || set.isBlank() ? DEFAULT : new EventSource(set.strip());
  }

  /** What is wrong with one that is not blank, or null. */
  static @Nullable String fault(String source) {
    return source.endsWith("-")
        ? " ends with a dash, with which OpenMeter joins source and id: two events may become one"
        : referenceFault(source);
  }

  /** What is wrong with a reference to a URI, or null. */
  static @Nullable String referenceFault(String text) {
    return isReference(text) ? null : " is no reference to a URI";
  }

  private static boolean isReference(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      return false;
    }
    String beforeQuery = text.split("[?#]", 2)[0];
    String fragment = text.contains("#") ? text.substring(text.indexOf('#')) : "";
    if (!ESCAPES.matcher(beforeQuery).matches() || !ESCAPES.matcher(fragment).matches()) {
      return false;
    }
    boolean schemed = SCHEME.matcher(beforeQuery).matches();
    String rest = schemed ? beforeQuery.substring(beforeQuery.indexOf(':') + 1) : beforeQuery;
    if (!schemed && rest.split("/", 2)[0].contains(":")) {
      return false;
    }
    return !rest.startsWith("//") || isAuthority(rest.substring(2).split("/", 2)[0]);
  }

  private static boolean isAuthority(String authority) {
    int user = authority.lastIndexOf('@');
    String host = authority.substring(user + 1);
    int port = host.indexOf(':', host.indexOf(']') + 1);
    return USER.matcher(authority.substring(0, Math.max(user, 0))).matches()
        && HOST.matcher(port < 0 ? host : host.substring(0, port)).matches()
        && (port < 0 || PORT.matcher(host.substring(port + 1)).matches());
  }
}
