package io.usagecollector.bloblang.gotext.format;

import io.usagecollector.bloblang.gotext.LosslessUtf8;
import io.usagecollector.bloblang.gotext.time.GoTime;
import java.util.List;

/** Prints one argument by its kind, and notes in the text what a verb cannot print. */
final class ArgPrinter {
  private static final String NIL = "<nil>";

  /** Where Go would print an address, which no two runs share. */
  private static final String ADDRESS = "0xc000010000";

  private final Spec spec;
  private final StringBuilder to;
  private boolean complaining;

  ArgPrinter(Spec spec) {
    this.spec = spec;
    this.to = spec.to();
  }

  void print(Arg arg, int verb) {
    if (verb == 'T' && arg instanceof Arg.Nil) {
      spec.pad(NIL);
    } else if (verb == 'T') {
      TextVerbs.plain(spec, arg.type());
    } else if (verb == 'p') {
      pointer(arg);
    } else {
      value(arg, verb, true);
    }
  }

  private void pointer(Arg arg) {
    switch (arg) {
      case Arg.Bytes b -> spec.padBlank(ADDRESS);
      case Arg.Slice s -> spec.padBlank(ADDRESS);
      case Arg.Mapping m -> spec.padBlank(ADDRESS);
      case Arg.Opaque o -> spec.padBlank(ADDRESS);
      case Arg.NilPointer p -> spec.padBlank("0x0");
      case Arg.Nil n -> complain(arg, 'p');
      case Arg.Bool b -> complain(arg, 'p');
      case Arg.Int i -> complain(arg, 'p');
      case Arg.Floating f -> complain(arg, 'p');
      case Arg.Text t -> complain(arg, 'p');
      case Arg.NumberText t -> complain(arg, 'p');
      case Arg.Time t -> complain(arg, 'p');
    }
  }

  private void value(Arg arg, int verb, boolean top) {
    boolean printed =
        switch (arg) {
          case Arg.Slice s when verb == 'w' -> false;
          case Arg.Mapping m when verb == 'w' -> false;
          case Arg.Opaque o when verb == 'w' -> false;
          case Arg.Time t when verb == 'w' -> false;
          case Arg.Nil n -> nil(verb, top);
          case Arg.Bool b -> bool(b.value(), verb);
          case Arg.Int i -> IntegerVerbs.print(spec, i.bits(), i.signed(), verb);
          case Arg.Floating f -> FloatVerbs.print(spec, f.value(), f.size(), verb);
          case Arg.Text t -> TextVerbs.print(spec, t.value(), verb);
          case Arg.NumberText t -> TextVerbs.print(spec, t.value(), verb);
          case Arg.Bytes b -> bytes(b, verb, top);
          case Arg.Time t -> time(t, verb);
          case Arg.Slice s -> slice(s.elements(), verb);
          case Arg.Mapping m -> mapping(m, verb);
          case Arg.Opaque o -> opaque(o);
          case Arg.NilPointer p -> nilPointer(p, verb);
        };
    if (!printed) {
      complain(arg, verb);
    }
  }

  /** {@code %!verb(type=value)}. */
  private void complain(Arg arg, int verb) {
    to.append("%!").appendCodePoint(verb).append('(');
    if (arg instanceof Arg.Nil) {
      to.append(NIL);
    } else {
      boolean outer = complaining;
      complaining = true;
      to.append(arg.type()).append('=');
      value(arg, 'v', true);
      complaining = outer;
    }
    to.append(')');
  }

  /** Inside a container a nil prints whatever the verb. */
  private boolean nil(int verb, boolean top) {
    if (top && verb == 'v') {
      spec.pad(NIL);
    } else if (!top) {
      to.append(spec.goSyntax ? "interface {}(nil)" : NIL);
    }
    return !top || verb == 'v';
  }

  private boolean bool(boolean value, int verb) {
    if (verb != 't' && verb != 'v') {
      return false;
    }
    spec.pad(Boolean.toString(value));
    return true;
  }

  private boolean nilPointer(Arg.NilPointer pointer, int verb) {
    if (verb == 'v') {
      if (spec.goSyntax) {
        to.append('(').append(pointer.type()).append(")(nil)");
      } else {
        spec.pad(NIL);
      }
      return true;
    }
    return "bodxX".indexOf(verb) >= 0 && IntegerVerbs.print(spec, 0, false, verb);
  }

  private boolean bytes(Arg.Bytes bytes, int verb, boolean top) {
    switch (verb) {
      case 's' -> TextVerbs.plain(spec, LosslessUtf8.decode(bytes.value()));
      case 'q' -> TextVerbs.quoted(spec, LosslessUtf8.decode(bytes.value()));
      case 'x', 'X' -> TextVerbs.hex(spec, bytes.value(), verb);
      default -> octets(bytes, verb, top);
    }
    return true;
  }

  private void octets(Arg.Bytes bytes, int verb, boolean top) {
    to.append(spec.goSyntax ? (top ? "[]byte" : bytes.type()) + "{" : "[");
    String separator = "";
    for (byte octet : bytes.value()) {
      to.append(separator);
      separator = spec.goSyntax ? ", " : " ";
      value(new Arg.Int(octet & 0xFF, "uint8"), verb, false);
    }
    to.append(spec.goSyntax ? '}' : ']');
  }

  private boolean slice(List<Arg> elements, int verb) {
    to.append(spec.goSyntax ? "[]interface {}{" : "[");
    String separator = "";
    for (Arg element : elements) {
      to.append(separator);
      separator = spec.goSyntax ? ", " : " ";
      value(element, verb, false);
    }
    to.append(spec.goSyntax ? '}' : ']');
    return true;
  }

  private boolean mapping(Arg.Mapping mapping, int verb) {
    to.append(spec.goSyntax ? mapping.type() + "{" : "map[");
    String separator = "";
    for (Arg.Entry entry : mapping.entries()) {
      to.append(separator);
      separator = spec.goSyntax ? ", " : " ";
      value(new Arg.Text(entry.key()), verb, false);
      to.append(':');
      value(entry.value(), verb, false);
    }
    to.append(spec.goSyntax ? '}' : ']');
    return true;
  }

  private boolean opaque(Arg.Opaque opaque) {
    to.append(opaque.text());
    return true;
  }

  private boolean time(Arg.Time time, int verb) {
    if (spec.goSyntax && !complaining) {
      TextVerbs.plain(spec, GoSyntax.of(time.value()));
      return true;
    }
    if (!complaining && "vsxXq".indexOf(verb) >= 0) {
      return TextVerbs.print(spec, time.value().toString(), verb);
    }
    fields(time.value(), verb);
    return true;
  }

  /**
   * For other verbs Go shows a time's insides: nanoseconds, seconds since year 1, no zone for UTC.
   */
  private void fields(GoTime time, int verb) {
    to.append('{');
    value(new Arg.Int(time.nanos(), "uint64"), verb, false);
    to.append(' ');
    value(Arg.Int.of(time.seconds() + 62_135_596_800L), verb, false);
    to.append(' ');
    value(new Arg.NilPointer("*time.Location"), verb, false);
    to.append('}');
  }
}
