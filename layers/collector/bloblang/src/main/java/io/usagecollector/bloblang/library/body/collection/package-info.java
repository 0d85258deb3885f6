/**
 * What methods do with arrays and objects: filtering, sorting, merging, folding. Nothing here looks
 * into texts.
 */
@NullMarked
package io.usagecollector.bloblang.library.body.collection;

import org.jspecify.annotations.NullMarked;
