/**
 * What a function or a method is made of: its documentation and parameters, its entry in a library,
 * and how a call of it is built. Who brings methods of their own to the language comes in here; who
 * only runs mappings needs none of it. Nothing here is a method: what they do lives in {@code
 * library}.
 */
@NullMarked
package io.usagecollector.bloblang.extension;

import org.jspecify.annotations.NullMarked;
