/**
 * Everything around the functions misbehaves for a while, by a seed: the billing service, the
 * queues, the event source mappings, and the machine under a function. The plan is pure; nothing
 * here touches what functions do.
 */
@NullMarked
package io.usagecollector.local.chaos;

import org.jspecify.annotations.NullMarked;
