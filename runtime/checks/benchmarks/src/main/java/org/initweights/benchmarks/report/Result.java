package org.initweights.benchmarks.report;

import java.util.Map;

/**
 * What JMH measured of one benchmark on one JDK.
 *
 * @param benchmark class and method, {@code DistributionBenchmark.uniform}; of a counter also its name, {@code RuleBenchmark.inTurns:bare}
 * @param parameters the values of the benchmark's {@code @Param} fields; empty if it has none
 * @param java the JDK's feature version, such as 17
 * @param score in the unit in which JMH prints it
 */
record Result(String benchmark, Map<String, String> parameters, int java, double score) {}
