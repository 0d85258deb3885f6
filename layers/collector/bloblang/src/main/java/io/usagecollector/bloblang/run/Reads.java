package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.run.root.Path;
import io.usagecollector.bloblang.run.root.RootDocument;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The nodes that read: the context, the document, lambda names, variables, metadata. */
public final class Reads {
  private Reads() {}

  /** A node with a path below it that can grow by a segment instead of being wrapped. */
  public abstract static class Walk extends Node {
    final Path path;

    Walk(Path path) {
      this.path = path;
    }

    /** The same read, further down. */
    public abstract Walk then(Path more);

    final String field(String start) {
      return path.size() == 0 ? "field `" + start + "`" : "field `" + start + "." + path + "`";
    }
  }

  /**
   * {@code this.a.b}. A field of the message's own document is looked for once a run: by the next
   * read of it, or of what is below it, it is remembered.
   */
  public static final class This extends Walk {
    private static final int NO_SLOT = -1;

    private final @Nullable This above;
    private final int slot;

    public This(Path path) {
      this(path, null, NO_SLOT);
    }

    private This(Path path, @Nullable This above, int slot) {
      super(path);
      this.above = above;
      this.slot = slot;
    }

    /** A field of what this reads, in a slot of its own if it can be remembered. */
    public This field(Str name, ToIntFunction<Path> slots) {
      Path longer = path.plus(name);
      boolean isField = !name.equals(Path.STAR) && (slot != NO_SLOT || path.size() == 0);
      return isField ? new This(longer, this, slots.applyAsInt(longer)) : new This(longer);
    }

    @Override
    public Value eval(Frame frame) {
      @Nullable Value[] read = frame.self == null ? frame.read : null;
      This upper = above;
      if (read == null || upper == null) {
        return look(frame);
      }
      Value known = read[slot];
      return known == null ? remember(frame, read, upper.eval(frame)) : known;
    }

    private Value remember(Frame frame, @Nullable Value[] read, Value upper) {
      if (upper.isErr()) {
        return Err.noContext(path.toString());
      }
      Value value = path.readLast(upper, frame.budget);
      read[slot] = value;
      return value;
    }

    private Value look(Frame frame) {
      Value self = frame.self();
      if (self.isErr()) {
        return Err.noContext(path.toString());
      }
      return path.size() == 0 ? self : path.read(self, frame.budget);
    }

    @Override
    public Walk then(Path more) {
      return new This(path.plus(more));
    }

    @Override
    public String source() {
      return field("this");
    }
  }

  /** {@code root.a.b} as a value. */
  public static final class Root extends Walk {
    public Root(Path path) {
      super(path);
    }

    @Override
    public Value eval(Frame frame) {
      RootDocument tree = frame.tree;
      return tree == null
          ? Err.of("unable to reference `root` from this context")
          : tree.read(path);
    }

    @Override
    public Walk then(Path more) {
      return new Root(path.plus(more));
    }

    @Override
    public String source() {
      return field("root");
    }
  }

  /** {@code name.a.b}, the name being a lambda's. */
  public static final class Named extends Walk {
    private final String name;
    private final int slot;

    public Named(String name, int slot, Path path) {
      super(path);
      this.name = name;
      this.slot = slot;
    }

    @Override
    public Value eval(Frame frame) {
      return path.read(frame.names[slot], frame.budget);
    }

    @Override
    public Walk then(Path more) {
      return new Named(name, slot, path.plus(more));
    }

    @Override
    public String source() {
      return field(name);
    }
  }

  /** A path below anything else. */
  public static final class Get extends Walk {
    private final Node target;

    public Get(Node target, Path path) {
      super(path);
      this.target = target;
    }

    @Override
    public Value eval(Frame frame) {
      Value value = target.eval(frame);
      return value.isErr() ? value : path.read(value, frame.budget);
    }

    @Override
    public Walk then(Path more) {
      return new Get(target, path.plus(more));
    }

    @Override
    public String source() {
      return "path `" + path + "`";
    }
  }

  /** {@code $name}. */
  public static final class Variable extends Node {
    private final String name;
    private final int slot;

    public Variable(String name, int slot) {
      this.name = name;
      this.slot = slot;
    }

    @Override
    public Value eval(Frame frame) {
      Value value = slot < 0 ? null : frame.variables[slot];
      return value == null ? Err.of("variable '" + name + "' undefined") : value;
    }

    @Override
    public String source() {
      return "variable " + name;
    }
  }

  /** {@code @key}, or all metadata. */
  public static final class Metadata extends Node {
    private final @Nullable Str key;

    public Metadata(@Nullable Str key) {
      this.key = key;
    }

    @Override
    public Value eval(Frame frame) {
      if (frame.batch.isDetached()) {
        return Err.of("metadata cannot be queried in this context");
      }
      if (key == null) {
        return frame.batch.built().copyFor(null);
      }
      Value value = frame.batch.built().get(key);
      return value == null ? Null.NULL : value;
    }

    @Override
    public String source() {
      return key == null ? "meta object" : "meta field " + key;
    }
  }
}
