/** What KSP tells of Kotlin models. */
@NullMarked
package org.initweights.processor.ksp;

import org.jspecify.annotations.NullMarked;
