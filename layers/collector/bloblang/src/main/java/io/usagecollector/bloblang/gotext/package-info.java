/**
 * Go's text rules, exactly: how numbers, strings and JSON are written and read, with Go's error
 * texts, because mappings see them. Pure functions over JDK types; knows nothing of the mapping
 * language.
 *
 * <p>A Go string may hold any bytes. Here it is a {@link String} in which a byte that is no part of
 * valid UTF-8 stands as the lone surrogate U+DC00 + byte (see {@link LosslessUtf8}); a JSON
 * document or a Java decoder never makes one.
 */
@NullMarked
package io.usagecollector.bloblang.gotext;

import org.jspecify.annotations.NullMarked;
