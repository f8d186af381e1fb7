/** Names of what generated code uses, as plain values: classes, and paths of members. */
@NullMarked
package org.initweights.processor.name;

import org.jspecify.annotations.NullMarked;
