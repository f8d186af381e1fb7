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
 * @param use the simple name of the annotation that it uses
 * @param initializer the initializer
 * @param priority what it has over rules of a lower one
 * @param optional whether it need not match anything
 * @param wins the names of the parameters for which this rule wins, as far as they are known while the model compiles
 * @param mayWin the names of those for which it wins or not, as the model is that is built: by the class of an object, the index in a
 *     list or the key of a map
 */
public record RuleSpec(
        String display,
        ClassRef type,
        String pattern,
        int rank,
        String use,
        InitializerSpec initializer,
        int priority,
        boolean optional,
        List<String> wins,
        List<String> mayWin) {}
