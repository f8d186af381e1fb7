/** Tensors of frameworks, filled in their own memory, each beside the framework's own initialisers. */
@NullMarked
package org.initweights.benchmarks.frameworks;

import org.jspecify.annotations.NullMarked;
