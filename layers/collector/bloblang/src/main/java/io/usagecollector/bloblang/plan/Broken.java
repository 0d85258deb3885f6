package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Value;

/**
 * Notes what does not compile, and gives what stands in for it: nothing that is known while
 * compiling, or what it stands in would be complained of too.
 */
record Broken(CompileProblems problems, Source source) {
  private static final Node STAND_IN =
      new Node() {
        @Override
        public Value eval(Frame frame) {
          return Null.NULL;
        }

        @Override
        public String source() {
          return "what does not compile";
        }
      };

  /** Wrong. */
  Node noted(int at, String message) {
    problems.add(source, at, message);
    return STAND_IN;
  }

  /** Sound, but not offered here. */
  Node refused(int at, String message) {
    problems.refuse(source, at, message);
    return STAND_IN;
  }

  /** True if nothing that is noted now is told any more. */
  boolean isFull() {
    return problems.isFull();
  }
}
