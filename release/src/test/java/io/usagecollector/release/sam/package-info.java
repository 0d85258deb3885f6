/**
 * What {@code sam deploy} does on this side: uploads by content, then AWS's own transform, in a
 * Python environment of the build's own. Knows nothing of this project's template.
 */
@NullMarked
package io.usagecollector.release.sam;

import org.jspecify.annotations.NullMarked;
