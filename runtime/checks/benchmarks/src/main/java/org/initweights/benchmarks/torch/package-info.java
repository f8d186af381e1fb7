/** How long it takes to draw PyTorch's numbers, and how long PyTorch takes itself, in the same JVM. */
@NullMarked
package org.initweights.benchmarks.torch;

import org.jspecify.annotations.NullMarked;
