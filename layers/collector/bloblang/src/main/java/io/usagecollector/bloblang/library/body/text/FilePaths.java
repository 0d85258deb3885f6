package io.usagecollector.bloblang.library.body.text;

import io.usagecollector.bloblang.run.coerce.Texts;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paths with slashes, as Go's path/filepath has them on Unix. */
public final class FilePaths {
  private FilePaths() {}

  public static Value split(Str path) {
    int slash = path.length();
    while (slash > 0 && path.byteAt(slash - 1) != '/') {
      slash--;
    }
    return Arr.of(path.slice(0, slash), path.slice(slash, path.length()));
  }

  public static Value join(Value receiver) {
    if (!(receiver instanceof Arr array)) {
      return Err.type(receiver, Kind.ARRAY);
    }
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < array.size(); i++) {
      Value part = array.get(i);
      if (!Texts.isText(part)) {
        return Err.type(part, Kind.STRING).wrap("path element " + i);
      }
      String text = Texts.of(part).toString();
      if (!text.isEmpty()) {
        joined.append(joined.isEmpty() ? "" : "/").append(text);
      }
    }
    return Str.of(joined.isEmpty() ? "" : clean(joined.toString()));
  }

  /** Without empty parts, {@code .} and what {@code ..} takes back. */
  private static String clean(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (part.equals("..") ? !rooted : !part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }
}
