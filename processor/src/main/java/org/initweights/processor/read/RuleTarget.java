package org.initweights.processor.read;

import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.initweights.internal.select.NamePattern;
import org.initweights.internal.select.SelectionRule;
import org.initweights.processor.read.FoundParameters.FoundParameter;

/** For which parameters a rule of a model is. */
record RuleTarget(SelectionRule<TypeMirror> rule) {

    /** Whether a rule matches a parameter of a model that is to be built. */
    enum Match {
        NEVER,
        /** As one that is not known before the model runs: the class of an object, the index in a list or the key of a map. */
        MAYBE,
        ALWAYS
    }

    /** Whether the rule matches a parameter. */
    Match match(FoundParameter parameter, Types types) {
        int rank = parameter.parameter().shape().dimensions().size();
        boolean mayHold = isOfType(parameter, types) || mayBecomeOfType(parameter, types);
        if (!mayHold
                || !rule.pattern().mayMatch(parameter.path())
                || (rule.rank().isPresent() && rule.rank().getAsInt() != rank)) {
            return Match.NEVER;
        }
        return isOfType(parameter, types) && rule.pattern().mustMatch(parameter.path()) ? Match.ALWAYS : Match.MAYBE;
    }

    /** Whether the rule may match what only a subclass has of the class that holds a parameter. */
    boolean mayMatchSibling(FoundParameter parameter, Types types) {
        return !isOfType(parameter, types)
                && mayBecomeOfType(parameter, types)
                && rule.pattern().mayMatch(parameter.sibling());
    }

    private boolean isOfType(FoundParameter parameter, Types types) {
        return types.isSubtype(types.erasure(parameter.ownerType()), types.erasure(rule.type()));
    }

    /** Whether an object of some subclass of the declared class is of the rule's type. */
    private boolean mayBecomeOfType(FoundParameter parameter, Types types) {
        boolean isFinal = element(parameter.ownerType())
                .filter(owner -> owner.getModifiers().contains(Modifier.FINAL))
                .isPresent();
        boolean isInterface = element(rule.type())
                .filter(type -> type.getKind().isInterface())
                .isPresent();
        return !isFinal
                && (isInterface || types.isSubtype(types.erasure(rule.type()), types.erasure(parameter.ownerType())));
    }

    private static Optional<TypeElement> element(TypeMirror type) {
        return TypeShapes.declared(type);
    }

    /** A parameter for which the rule may be, and which is in a list or an array of the model; empty if there is none. */
    Optional<FoundParameter> inList(FoundParameters found, Types types) {
        return found.parameters().stream()
                .filter(parameter -> parameter.path().contains(NamePattern.ANY_INDEX))
                .filter(parameter -> match(parameter, types) != Match.NEVER)
                .findFirst();
    }
}
