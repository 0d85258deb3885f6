package io.usagecollector.testkit.http;

/** What a stand-in answers to whatever it is asked. */
@FunctionalInterface
public interface Answering {
  Reply answer(Call call);
}
