package org.initweights.processor.model;

import java.util.List;
import org.initweights.processor.name.ClassRef;

/**
 * A rule over the initializers of sub-models.
 *
 * @param display the annotation as the user would write it
 * @param type the class of the models that hold the parameters
 * @param pattern the parameters' names
 * @param rank their rank; negative for any
 * @param initializer the initializer
 * @param wins the names of the parameters for which this rule wins, as far as they are known while the model compiles
 * @param unlessNarrower those of them where a rule for a subclass wins if the sub-model is of that
 */
public record RuleSpec(
        String display,
        ClassRef type,
        String pattern,
        int rank,
        InitializerSpec initializer,
        List<String> wins,
        List<String> unlessNarrower) {}
