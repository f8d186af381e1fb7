/** What the annotation processor costs while a project compiles. */
@NullMarked
package org.initweights.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
