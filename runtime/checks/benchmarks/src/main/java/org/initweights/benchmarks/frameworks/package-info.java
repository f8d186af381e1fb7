/** Tensors of frameworks, filled by us and by the framework's own initialisers. */
@NullMarked
package org.initweights.benchmarks.frameworks;

import org.jspecify.annotations.NullMarked;
