package org.initweights.processor.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.initweights.TensorShape;
import org.initweights.processor.model.Alternative;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Presence;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.model.TieSpec;
import org.initweights.processor.name.ClassRef;

/**
 * All parameters that a model has, its own and those of its sub-models, as far as the types of the fields say.
 *
 * @param rows the parameters in the order in which they are initialised, and what stands for those that are not listed
 * @param total how many elements they have together, if that is the same for every object of the class
 * @param trained how many of them training changes, as far as it is known
 */
public record Contents(List<Row> rows, Optional<Long> total, long trained) {

    /** A model with more parameters than this is not listed as a whole: its sub-models have tables of their own. */
    private static final int MANY = 400;

    /** A line of the list. */
    public sealed interface Row {

        /** The name in the model, with {@code *} for every index or key. */
        String path();
    }

    /**
     * A parameter.
     *
     * @param owner the class that has it, if the field may hold objects of several
     * @param ruling what rules say of it
     */
    public record ParameterRow(String path, Optional<ClassRef> owner, ParameterSpec parameter, Ruling ruling)
            implements Row {

        /** The name of the model that has it, with the dot behind it; empty for the outermost. */
        public String holder() {
            return path.substring(0, path.length() - parameter.name().length());
        }
    }

    /** The parameters of a model that has a list of its own. */
    public record ModelRow(String path, ClassRef model) implements Row {}

    /** The parameters of models that only the object has: the type of the field is a variable, which subclasses bind. */
    public record OpenRow(String path) implements Row {}

    /** What the rules of the models around a parameter say of it. */
    public sealed interface Ruling {}

    /** Its own initializer counts. */
    public record Own() implements Ruling {}

    /** A rule wins. */
    public record Ruled(RuleSpec rule) implements Ruling {}

    /** It is another parameter, by whose name it is counted. */
    public record Tied(String to) implements Ruling {}

    /** It begins as another parameter, or as the one of several that the built model shows. */
    public record Copied(String from) implements Ruling {}

    /** Which rule wins depends on the model that is built: on the class of an object, an index or a key. */
    public record Undecided() implements Ruling {}

    /**
     * The contents of a model.
     *
     * @param models finds the models of the fields
     */
    public static Contents of(ModelSpec model, Function<ClassRef, Optional<ModelSpec>> models) {
        Walk all = new Walk(models, true);
        all.members(model, Walk.Position.root(model));
        if (all.rows.size() <= MANY) {
            return all.contents();
        }
        Walk own = new Walk(models, false);
        own.members(model, Walk.Position.root(model));
        return new Contents(own.rows, all.contents().total, all.trained);
    }

    /** The way through a model and its sub-models. */
    private static final class Walk {

        private final Function<ClassRef, Optional<ModelSpec>> models;
        private final boolean deep;
        private final List<Row> rows = new ArrayList<>();
        private final Set<ClassRef> seenOnce = new HashSet<>();
        private boolean certain = true;
        private long total;
        private long trained;

        Walk(Function<ClassRef, Optional<ModelSpec>> models, boolean deep) {
            this.models = models;
            this.deep = deep;
        }

        Contents contents() {
            return new Contents(rows, certain ? Optional.of(total) : Optional.empty(), trained);
        }

        /** What a class has; the contents of its superclasses come first. */
        void members(ModelSpec model, Position position) {
            model.parent().ifPresent(parent -> members(parent, position.inherited(parent)));
            for (Member member : model.members()) {
                if (member instanceof SubModelSpec subModel) {
                    subModel(subModel, position);
                } else {
                    parameter((ParameterSpec) member, position);
                }
            }
        }

        private void parameter(ParameterSpec declared, Position position) {
            ParameterSpec parameter = position.isTrained ? declared : declared.notTrained();
            if (parameter.presence() instanceof Presence.Never) {
                return;
            }
            String path = position.path + parameter.name();
            Ruling ruling = position.ruling(parameter.name());
            if (!(ruling instanceof Tied)) {
                count(parameter);
            }
            rows.add(new ParameterRow(path, position.owner, parameter, ruling));
        }

        private void count(ParameterSpec parameter) {
            Optional<TensorShape> shape = parameter.shape().known();
            shape.ifPresentOrElse(known -> total += known.elements(), () -> certain = false);
            if (parameter.isTrained()) {
                trained += shape.map(TensorShape::elements).orElse(0L);
            }
            certain &= parameter.presence() instanceof Presence.Always;
        }

        private void subModel(SubModelSpec member, Position position) {
            String path = position.path + member.pattern();
            if (member.modelName().isEmpty()) {
                certain = false;
                rows.add(new OpenRow(path));
                return;
            }
            ClassRef type = member.modelName().get();
            // Of a class that is there twice both fields may hold one object, which then counts once.
            certain &= member.isSingle() && seenOnce.add(type);
            Optional<ModelSpec> model = models.apply(type);
            if (!deep || rows.size() > MANY || model.isEmpty() || position.above.contains(type)) {
                certain = false;
                rows.add(new ModelRow(path + ".*", type));
                return;
            }
            Position inner = position.in(path + ".", model.get());
            model(model.get(), member.isTrainable() ? inner : inner.notTrained());
        }

        private void model(ModelSpec model, Position position) {
            if (model.alternatives().isEmpty()) {
                members(model, position);
                if (model.isAbstract()) {
                    certain = false;
                    rows.add(new ModelRow(position.path + "*", model.name()));
                }
                return;
            }
            certain = false;
            for (Alternative alternative : model.alternatives()) {
                ClassRef name = alternative.type().name();
                Optional<ModelSpec> found = models.apply(name);
                if (found.isEmpty() || position.above.contains(name)) {
                    rows.add(new ModelRow(position.path + "*", name));
                } else {
                    model(found.get(), position.as(found.get()));
                }
            }
            if (!model.isAbstract()) {
                members(model, position.as(model));
            }
        }

        /**
         * Where the way is.
         *
         * @param path the name of the sub-model, with a dot
         * @param owner the class of the sub-model, if there may be several
         * @param above the models around it, and itself
         * @param scopes the rules of the models around it, the outermost first
         * @param isTrained whether training changes what is there
         */
        private record Position(
                String path, Optional<ClassRef> owner, Set<ClassRef> above, List<Scope> scopes, boolean isTrained) {

            static Position root(ModelSpec model) {
                return new Position("", Optional.empty(), Set.of(model.name()), List.of(new Scope("", model)), true);
            }

            Position in(String inner, ModelSpec model) {
                return new Position(inner, Optional.empty(), with(model), scoped(inner, model), isTrained);
            }

            Position as(ModelSpec model) {
                return new Position(path, Optional.of(model.name()), with(model), scoped(path, model), isTrained);
            }

            /** In the part of a superclass, whose rules are for its own part. */
            Position inherited(ModelSpec parent) {
                return new Position(path, owner, above, scoped(path, parent), isTrained);
            }

            /** In a sub-model that is not trained. */
            Position notTrained() {
                return new Position(path, owner, above, scopes, false);
            }

            private Set<ClassRef> with(ModelSpec model) {
                Set<ClassRef> more = new HashSet<>(above);
                more.add(model.name());
                return more;
            }

            private List<Scope> scoped(String inner, ModelSpec model) {
                List<Scope> more = new ArrayList<>(scopes);
                more.add(new Scope(inner, model));
                return more;
            }

            /** What the rules say, those of the outermost model first, as at run time. */
            Ruling ruling(String parameter) {
                Optional<Ruling> bound = scopes.stream()
                        .flatMap(scope -> scope.bound(path + parameter).stream())
                        .findFirst();
                if (bound.isPresent()) {
                    return bound.get();
                }
                for (Scope scope : scopes) {
                    Ruling ruling = scope.ruling(path + parameter, owner.isPresent());
                    if (!(ruling instanceof Own)) {
                        return ruling;
                    }
                }
                return new Own();
            }
        }

        /** The rules of one model around a parameter, and the model's name with a dot. */
        private record Scope(String prefix, ModelSpec model) {

            /** What a parameter is tied to, or a copy of. */
            Optional<Ruling> bound(String path) {
                String inner = path.substring(prefix.length());
                Optional<Ruling> tied = model.ties().stream()
                        .map(TieSpec::binding)
                        .filter(tie -> tie.param().equals(inner))
                        .findFirst()
                        .map(tie -> new Tied(prefix + tie.other()));
                return tied.or(() -> model.copies().stream()
                        .flatMap(copy -> copy.counterpart(inner).stream())
                        .findFirst()
                        .map(from -> new Copied(prefix + from)));
            }

            Ruling ruling(String path, boolean oneOfSeveral) {
                String inner = path.substring(prefix.length());
                Optional<RuleSpec> winner = model.rules().stream()
                        .filter(rule -> rule.wins().contains(inner))
                        .findFirst();
                boolean open =
                        model.rules().stream().anyMatch(rule -> rule.mayWin().contains(inner));
                if (open || (winner.isPresent() && oneOfSeveral)) {
                    return new Undecided();
                }
                return winner.<Ruling>map(Ruled::new).orElse(new Own());
            }
        }
    }
}
