package io.usagecollector.ensure.answer;

import java.util.Optional;

/**
 * Whether a part answers.
 *
 * @param part its name, such as {@code state_table} or {@code flexprice}
 * @param fault the code of what is wrong, if something is
 */
public record Check(String part, Optional<String> fault) {}
