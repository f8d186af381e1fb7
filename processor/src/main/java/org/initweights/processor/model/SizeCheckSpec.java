package org.initweights.processor.model;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import org.initweights.processor.expression.SizeVariable;

/**
 * Something that a size of the model must be, to be checked when there is a model.
 *
 * @param call the call that checks it, on the variable {@code parameters}
 * @param variables the numbers of the model that it needs
 */
public record SizeCheckSpec(CodeBlock call, List<SizeVariable> variables) {}
