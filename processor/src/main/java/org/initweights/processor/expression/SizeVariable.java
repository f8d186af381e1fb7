package org.initweights.processor.expression;

import org.initweights.processor.name.MemberPath;

/**
 * A number that each model has.
 *
 * @param written how the user wrote it: {@code config.hidden()}
 * @param isWhole whether it is an integer
 * @param path how it is read
 */
public record SizeVariable(String written, boolean isWhole, MemberPath path) {}
