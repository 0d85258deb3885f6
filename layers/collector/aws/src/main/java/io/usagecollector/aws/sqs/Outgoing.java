package io.usagecollector.aws.sqs;

import java.util.List;

/**
 * A message to be sent.
 *
 * @param body in ASCII
 * @param delaySeconds how long it is to stay out of sight
 * @param letters which of the letters that are being stored it holds, or a part of
 */
record Outgoing(String body, int delaySeconds, List<Integer> letters) {}
