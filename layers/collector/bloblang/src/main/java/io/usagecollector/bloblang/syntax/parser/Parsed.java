package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.SyntaxException;
import java.util.List;

/**
 * What a text holds.
 *
 * @param program all of it that parses
 * @param errors what is wrong with the rest, in the order of the text
 */
public record Parsed(Program program, List<SyntaxException> errors) {}
