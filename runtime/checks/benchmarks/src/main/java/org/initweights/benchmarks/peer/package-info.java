/**
 * What InitWeights is measured against, one class a peer, each drawing the same numbers as {@code DistributionBenchmark}.
 *
 * <p>A benchmark takes the one peer that it measures, so no JVM ever loads the native libraries of two.
 */
@NullMarked
package org.initweights.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
