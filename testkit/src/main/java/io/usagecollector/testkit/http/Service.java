package io.usagecollector.testkit.http;

import io.usagecollector.testkit.fault.FaultSchedule;
import io.usagecollector.testkit.record.Requests;
import io.usagecollector.testkit.store.Ids;
import java.time.Clock;
import java.util.function.ToIntFunction;

/**
 * What is behind a stand-in's address.
 *
 * @param name of its threads and files
 * @param eventsIn how many events a call carries, as far as it can be read
 * @param ids for requests that bring none of their own
 * @param keepBodies whether what is recorded of requests has their bodies
 * @param mostBodyBytes of a longer body the routes get one byte more than this
 */
public record Service(
    String name,
    Answering routes,
    FaultSchedule faults,
    Requests requests,
    ToIntFunction<Call> eventsIn,
    Ids ids,
    Clock clock,
    boolean keepBodies,
    int mostBodyBytes) {}
