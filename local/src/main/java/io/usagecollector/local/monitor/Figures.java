package io.usagecollector.local.monitor;

/**
 * How the system stands.
 *
 * @param ready whether records are being handed over
 * @param received records that functions received; a repeat counts again
 * @param mapped of them, those that the mapping made something of
 * @param mappingFailed of them, those whose letters went to the dead letters at once
 * @param sent events that the billing service accepted, of functions' reports
 * @param notSent records that a function held or deferred; each time counts
 * @param bulks requests to the billing service
 * @param lag records that the group has not passed, of the broker
 * @param waiting messages in the retry queue, of the queue
 * @param deadLetters messages in the dead-letter queue, of the queue
 * @param batches batches that were handed over, of the trigger
 * @param latency from the reading of a batch's first record to the function's answer, of the
 *     trigger
 */
public record Figures(
    boolean ready,
    long received,
    long mapped,
    long mappingFailed,
    long sent,
    long notSent,
    long bulks,
    long lag,
    long waiting,
    long deadLetters,
    BatchesCreated batches,
    Latency latency) {}
