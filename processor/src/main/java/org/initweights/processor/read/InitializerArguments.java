package org.initweights.processor.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.initweights.internal.message.Spelling;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaReader;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.ShapeProperty;
import org.initweights.processor.expression.Source;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.processor.model.InitializerCall.NumberType;

/**
 * The arguments of an initializer: what a formula computes, else what an annotation that stands for it passes through in a
 * member of the same name, else its own.
 */
final class InitializerArguments {

    private final InitializerUse use;
    private final ModelNames names;
    private final Map<String, Quantity> computed = new HashMap<>();
    private final Map<String, AnnotationView> given = new HashMap<>();
    private final Map<String, String> meanings = new LinkedHashMap<>();
    private OwnExpressions own = OwnExpressions.NONE;

    /** The members of annotations that formulas name, each with its level before it. */
    private final Set<String> reached = new HashSet<>();

    private InitializerArguments(InitializerUse use, ModelNames names) {
        this.use = use;
        this.names = names;
    }

    /**
     * Computes all arguments.
     *
     * @param names what names mean that are no members of an annotation
     */
    static InitializerArguments of(InitializerUse use, ModelNames names) throws ExpressionException {
        InitializerArguments arguments = new InitializerArguments(use, names);
        arguments.checkMissing();
        for (Optional<AnnotationView> formula : use.formulas()) {
            arguments.checkMembers(formula);
        }
        for (String member : use.rule().members()) {
            arguments.resolve(member);
        }
        arguments.own =
                OwnExpressions.read(use, arguments.giver("value", use.chain().size() - 1), names, arguments::lookUp);
        return arguments;
    }

    /** The expressions that core computes for each element. */
    OwnExpressions own() {
        return own;
    }

    private void checkMissing() throws ExpressionException {
        for (AnnotationView view : use.chain()) {
            List<String> missing = view.missing().stream()
                    .filter(member -> !OmittedNumbers.isMissing(view, member))
                    .toList();
            if (!missing.isEmpty()) {
                throw new ExpressionException(
                        "UseNeedsDefaults",
                        view.display() + " needs a value for " + String.join(", ", missing)
                                + "; put the initializer with that value on an annotation of your own, and use that");
            }
        }
    }

    private void checkMembers(Optional<AnnotationView> formula) throws ExpressionException {
        if (formula.isPresent() && formula.get().explicitMembers().isEmpty()) {
            throw new ExpressionException(
                    "EmptyFormula",
                    "@Formula beside " + use.rule().display()
                            + " computes nothing; say what it computes, std = \"…\", or drop it");
        }
        for (String member : formula.map(AnnotationView::explicitMembers).orElse(Set.of())) {
            if (!use.isOfOther(member)
                    && (!use.rule().members().contains(member) || !use.rule().declaresNumber(member))) {
                throw new ExpressionException(
                                "FormulaMember",
                                use.rule().display() + " has no " + member + " that a formula could compute")
                        .in(member);
            }
        }
    }

    private void resolve(String member) throws ExpressionException {
        int last = use.chain().size() - 1;
        Optional<Quantity> formula = formula(member, last);
        if (formula.isPresent()) {
            computed.put(member, formula.get());
        } else {
            AnnotationView giver = giver(member, last);
            Optional<Quantity> ofModel = ofModel(giver, member);
            if (ofModel.isPresent()) {
                computed.put(member, ofModel.get());
            } else {
                given.put(member, giver);
            }
        }
    }

    private Optional<Quantity> ofModel(AnnotationView giver, String member) throws ExpressionException {
        Optional<Quantity> number = OmittedNumbers.number(giver, member, names);
        if (number.isPresent()) {
            giver.fromModel(member).ifPresent(view -> meanings.put(member, view.meaning()));
        }
        return number;
    }

    /** The numbers that were left out and are the model's, each with what the annotation says that it is. */
    Map<String, String> meanings() {
        return meanings;
    }

    /** The value that a formula gives a member of the annotation at {@code level} of the chain, unless a member above passes a value. */
    private Optional<Quantity> formula(String member, int level) throws ExpressionException {
        for (int i = 0; i <= level; i++) {
            Optional<AnnotationView> formula =
                    use.formulas().get(i).filter(view -> view.isExplicit(member) && !use.isOfOther(member));
            if (formula.isPresent()) {
                checkOneSource(member, i, formula.get());
                int above = i - 1;
                FormulaReader reader = new FormulaReader(path -> lookUp(path, above));
                Source source = new Source(member, formula.get().string(member), "FormulaSyntax");
                try {
                    return Optional.of(reader.read(source));
                } catch (ExpressionException e) {
                    throw e.in(member);
                }
            }
        }
        return Optional.empty();
    }

    /** Refuses a formula for what a member passes through too, unless the formula is made of that member. */
    private void checkOneSource(String member, int level, AnnotationView formula) throws ExpressionException {
        boolean isInput = Pattern.compile("(?<![\\w$.])" + Pattern.quote(member) + "(?![\\w$])")
                .matcher(formula.string(member))
                .find();
        for (int i = 0; i <= level && !isInput; i++) {
            AnnotationView view = use.chain().get(i);
            boolean beside = i == level;
            if (passes(member, i) && (beside ? view.isExplicit(member) && view.hasDefault(member) : true)) {
                throw new ExpressionException(
                                "TwoSources",
                                view.display() + " has " + member + ", and a formula computes " + member + " too: "
                                        + formula.display() + "; keep one, or name " + member + " in the formula")
                        .in(member);
            }
        }
    }

    private boolean passes(String member, int level) {
        AnnotationView view = use.chain().get(level);
        AnnotationView rule = use.rule();
        return view.declares(member)
                && !use.isOfOther(member)
                && rule.declares(member)
                && view.declaresNumber(member) == rule.declaresNumber(member);
    }

    private AnnotationView giver(String member, int level) {
        for (int i = 0; i < level; i++) {
            if (passes(member, i)) {
                return use.chain().get(i);
            }
        }
        return use.chain().get(level);
    }

    private Quantity lookUp(List<String> path, int level) throws ExpressionException {
        String name = path.get(0);
        if (level < 0) {
            return names.lookUp(path);
        }
        if (path.size() > 1 || !use.chain().get(level).declares(name)) {
            return lookUpOutside(path, use.chain().get(level));
        }
        for (int i = 0; i <= level; i++) {
            reached.add(i + name);
        }
        if (ShapeProperty.named(path).isPresent()) {
            throw QualifiedName.ambiguous(
                    name,
                    "a member of @" + use.chain().get(level).type().getSimpleName() + ", and a number of the shape",
                    "write shape." + name + ", or rename the member");
        }
        Optional<Quantity> formula = formula(name, level);
        if (formula.isPresent()) {
            return formula.get();
        }
        AnnotationView giver = outermost(name, level);
        Optional<Quantity> ofModel = ofModel(giver, name);
        if (ofModel.isPresent()) {
            return ofModel.get();
        }
        OptionalDouble number = giver.numberIfAny(name);
        if (number.isEmpty()) {
            throw new ExpressionException(
                    "FormulaType",
                    "\"" + name + "\" of " + use.chain().get(level).display()
                            + " is no number; a formula needs numbers");
        }
        return Quantity.of(number.getAsDouble());
    }

    /** A name that is no member of the annotation, unless it was meant to be one. */
    private Quantity lookUpOutside(List<String> path, AnnotationView annotation) throws ExpressionException {
        try {
            return names.lookUp(path);
        } catch (ExpressionException e) {
            Optional<String> meant = Spelling.closest(path.get(0), annotation.members());
            if (path.size() > 1 || meant.isEmpty()) {
                throw e;
            }
            throw new ExpressionException(
                    e.id(),
                    "\"" + path.get(0) + "\" is no member of @"
                            + annotation.type().getSimpleName() + "; did you mean \"" + meant.get() + "\"?");
        }
    }

    private AnnotationView outermost(String member, int level) {
        for (int i = 0; i < level; i++) {
            if (use.chain().get(i).declaresNumber(member)) {
                return use.chain().get(i);
            }
        }
        return use.chain().get(level);
    }

    /** What is odd about members of annotations that reach nothing: neither an argument nor a formula nor a slice takes them. */
    Map<String, String> unreached() {
        Map<String, String> problems = new LinkedHashMap<>();
        for (int i = 0; i < use.chain().size() - 1; i++) {
            AnnotationView view = use.chain().get(i);
            for (String member : view.declared()) {
                if (!passes(member, i) && !reached.contains(i + member) && !view.slicesName(member)) {
                    problems.put(
                            member,
                            member + " of @" + view.type().getSimpleName() + " reaches nothing: "
                                    + use.rule().display()
                                    + " has no such argument, and no formula names it"
                                    + Spelling.closest(member, use.rule().members())
                                            .map(meant -> "; did you mean \"" + meant + "\"?")
                                            .orElse("; name it in a @Formula, or drop it"));
                }
            }
        }
        return problems;
    }

    /** Whether every argument is known while the model compiles. */
    boolean areKnown() {
        return computed.values().stream().allMatch(quantity -> quantity.known().isPresent())
                && own.table().numbers().known().isPresent();
    }

    /** Whether the argument was given, in whatever way. */
    boolean isGiven(String member) {
        AnnotationView giver = given.get(member);
        return giver == null ? computed.containsKey(member) : giver != use.rule() || giver.isExplicit(member);
    }

    double number(String member) {
        Quantity quantity = computed.get(member);
        return quantity != null
                ? quantity.known().orElseThrow()
                : giverOf(member).number(member);
    }

    int integer(String member) {
        return (int) number(member);
    }

    String text(String member) {
        return giverOf(member).string(member);
    }

    <E extends Enum<E>> E constant(String member, Class<E> type) {
        return giverOf(member).constant(member, type);
    }

    /** The argument, for the parameter of this name of a factory. */
    Argument argument(String member) {
        Quantity quantity = computed.get(member);
        if (quantity != null) {
            return new Argument.Numeric(
                    member, quantity, use.rule().isWhole(member) ? NumberType.INT : NumberType.DOUBLE);
        }
        AnnotationView giver = giverOf(member);
        if (!giver.declaresNumber(member) && !giver.isConstant(member)) {
            return new Argument.Text(giver.string(member));
        }
        return giver.isConstant(member)
                ? new Argument.Constant(TypeShapes.name(giver.constantType(member)), giver.constantName(member))
                : new Argument.Numeric(
                        member,
                        Quantity.of(giver.number(member)),
                        giver.isInteger(member) ? NumberType.INT : NumberType.DOUBLE);
    }

    private AnnotationView giverOf(String member) {
        AnnotationView giver = given.get(member);
        if (giver == null) {
            throw new IllegalArgumentException(use.rule().display() + " has no member " + member);
        }
        return giver;
    }
}
