package org.initweights.processor.expression;

import org.initweights.processor.name.NumberSource;

/**
 * A number that each model has.
 *
 * @param written how the user wrote it: {@code config.hidden()}
 * @param isWhole whether it is an integer
 * @param source where it is read
 */
public record SizeVariable(String written, boolean isWhole, NumberSource source) {}
