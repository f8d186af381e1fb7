package org.initweights.generated;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.TensorShape;

/**
 * The rules of one model.
 *
 * @param root the model, whose own parameters are not touched
 * @param prefix the name of the model, with a dot; empty for the outermost
 */
record RuleScope(Object root, String prefix, List<ModelRule> rules) {

    /** What the narrowest rule that matches says; of two that are as narrow, the later. */
    Optional<Initializer> initializer(Object owner, String path, TensorShape shape) {
        if (owner == root) {
            return Optional.empty();
        }
        String inner = path.substring(prefix.length());
        return rules.stream()
                .filter(rule -> rule.matches(owner, inner, shape))
                .reduce((a, b) -> Comparator.comparing(ModelRule::specificity).compare(a, b) > 0 ? a : b)
                .map(ModelRule::initializer);
    }
}
