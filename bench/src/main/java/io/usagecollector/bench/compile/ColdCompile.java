package io.usagecollector.bench.compile;

import io.usagecollector.bloblang.CompileException;

/** The measured process: compiles once, and prints the nanoseconds that took. */
public final class ColdCompile {
  private ColdCompile() {}

  public static void main(String[] args) throws CompileException {
    String text = HundredLines.text();
    long start = System.nanoTime();
    HundredLines.compile(text);
    System.out.println(System.nanoTime() - start);
  }
}
