package org.initweights.processor.model;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.processor.expression.SizeVariable;

/**
 * A rule over the initializers of sub-models.
 *
 * @param display the annotation as the user would write it
 * @param type the class of the models that hold the parameters
 * @param pattern the parameters' names
 * @param rank their rank; negative for any
 * @param initializer the expression that makes the initializer
 * @param rule the initializer, if it is known while the model compiles
 * @param variables the numbers of the model that it depends on
 * @param wins the names of the parameters for which this rule wins, as far as they are known while the model compiles
 */
public record RuleSpec(
        String display,
        TypeName type,
        String pattern,
        int rank,
        CodeBlock initializer,
        Optional<Initializer> rule,
        List<SizeVariable> variables,
        List<String> wins) {}
