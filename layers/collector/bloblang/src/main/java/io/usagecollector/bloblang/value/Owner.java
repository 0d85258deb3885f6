package io.usagecollector.bloblang.value;

/**
 * The right to change containers in place. A container whose owner is another run's, or none, is
 * frozen: whoever wants a changed one takes a copy. So a document is shared by assignment and
 * copied only along the paths that are written.
 */
public final class Owner {}
