package io.usagecollector.bloblang.run.budget;

import io.usagecollector.bloblang.Limits;
import io.usagecollector.bloblang.TimeLimit;
import io.usagecollector.bloblang.json.Raw;
import io.usagecollector.bloblang.json.RawArr;
import io.usagecollector.bloblang.json.RawObj;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Exhausted;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;

/**
 * What is left of a run's {@link Limits}, and of its time. Whatever can repeat or grow draws from
 * it: lambdas and applied maps by the number of their expressions, long values where they are read,
 * new ones where they are made. A mapping without loops and without long values never comes here.
 */
public final class Budget {
  /** Texts up to here are paid for with the step that reads them. */
  private static final int SHORT = 64;

  /** The longest text that a mapping may make, in bytes. */
  private static final int LONGEST = Utf8Buffer.LONGEST;

  private static final int BYTES_A_STEP = 16;

  /** What an element of a new container takes: its place, and a small value in it. */
  private static final long ELEMENT = 48;

  /** What an element of a container takes at least when it is printed. */
  private static final long PRINTED = 8;

  /** How many steps go by between two looks at the clock: some tenths of a millisecond. */
  private static final long UNTIMED = 4096;

  private final Limits limits;
  private final TimeLimit time;
  private long steps;

  /** The steps that are left when the clock is looked at next. */
  private long nextLook;

  private long bytes;
  private long printable = LONGEST;

  /** Whether the run is on a {@link io.usagecollector.bloblang.DeepStack} already. */
  public boolean isDeep;

  /** For a run without an end in time. */
  public Budget(Limits limits) {
    this(limits, TimeLimit.NONE, false);
  }

  /**
   * For a run.
   *
   * @param deep whether it is on a stack of its own
   */
  public Budget(Limits limits, TimeLimit time, boolean deep) {
    this.limits = limits;
    this.time = time;
    this.isDeep = deep;
    this.steps = limits.steps();
    this.bytes = limits.bytes();
    this.nextLook = nextLook();
  }

  /** Draws steps, or ends the run. */
  public void step(long count) {
    steps -= count;
    if (steps < nextLook) {
      look();
    }
  }

  private void look() {
    if (steps < 0) {
      throw new Exhausted("the mapping takes more than " + limits.steps() + " steps");
    }
    if (time.isOver()) {
      throw Exhausted.outOfTime();
    }
    nextLook = nextLook();
  }

  private long nextLook() {
    return time.equals(TimeLimit.NONE) ? 0 : Math.max(0, steps - UNTIMED);
  }

  /** Draws memory, before it is taken, or ends the run. */
  public void grow(long count) {
    bytes -= count;
    if (bytes < 0) {
      throw new Exhausted("the mapping takes more than " + limits.bytes() + " bytes of memory");
    }
  }

  /** Draws memory for a new container of so many elements. */
  public void elements(long count) {
    grow(ELEMENT * (count + 1));
  }

  /** Draws the steps that reading a text takes, if it is long. */
  public void read(Value value) {
    if (value instanceof Str s) {
      if (s.length() > SHORT) {
        step(s.length() / BYTES_A_STEP);
      }
    } else if (value instanceof Bin b && b.bytes().length > SHORT) {
      step(b.bytes().length / BYTES_A_STEP);
    }
  }

  /** Draws the steps of a look at each of so many elements. */
  public void scan(int elements) {
    step(elements >> 3);
  }

  /** Draws the memory of a text, if it is long; of anything else nothing. */
  public void made(Value value) {
    if (value instanceof Str s) {
      text(s.length());
    } else if (value instanceof Bin b) {
      text(b.bytes().length);
    }
  }

  /** Draws the memory of a container, without what its elements hold; of anything else nothing. */
  public void madeContainer(Value value) {
    if (value instanceof Arr a) {
      elements(a.size());
    } else if (value instanceof MapObj o) {
      elements(2L * o.size());
    }
  }

  /** Draws the memory for a new text, before it is made. */
  public void text(long length) {
    if (length > SHORT) {
      longest(length);
      grow(length);
    }
  }

  /** Ends the run if a text that is being made becomes too long; draws nothing. */
  public void longest(long length) {
    if (length > LONGEST) {
      throw new Exhausted("a text of more than " + LONGEST + " bytes");
    }
  }

  /**
   * Draws from what the document may hold, for a value that becomes part of the document, as often
   * as it is there: many times the same value cost nothing while they are one object, but all of
   * them are printed. Of a container, without what its elements hold, unless it lies in a message
   * still.
   */
  public void printed(Value value) {
    if (value instanceof Str s) {
      print(s.length());
    } else if (value instanceof RawObj || value instanceof RawArr) {
      print(Raw.length(value));
    } else if (value instanceof Arr || value instanceof Obj) {
      step(1);
      print(PRINTED * (1 + size(value)));
    } else if (value instanceof Bin b) {
      print(b.bytes().length);
    }
  }

  /** What the document being built may still hold. */
  public long document() {
    return printable;
  }

  /** Another document is being built, or the one before again. */
  public void document(long left) {
    printable = left;
  }

  /** The document is replaced as a whole. */
  public void newDocument() {
    printable = LONGEST;
  }

  private void print(long count) {
    printable -= count;
    if (printable < 0) {
      throw new Exhausted("the mapping writes a document of more than " + LONGEST + " bytes");
    }
  }

  private static long size(Value container) {
    return container instanceof Arr a ? a.size() : container instanceof MapObj o ? o.size() : 0;
  }
}
